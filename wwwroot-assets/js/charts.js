// The browser side of charts: draws figures with Plotly, reports clicks, saves pictures.
// .NET sends data; its texts are already encoded.

const charts = new WeakMap();
const libraries = new Map();

// Pixels around the tick labels of an axis, and for its title.
const NAME_GAP = 32;
const TITLE_ROOM = 24;

// Resolves once the embedded charts that the small library draws are drawn.
let standing = Promise.resolve();

// Nearly all charts are drawn by the small library, which pages include. The full one is four times as large: it is loaded by the
// first chart that the small one cannot draw, and never before the page is painted.
function load(whole) {
  const wanted = whole ?? small().src;
  if (!libraries.has(wanted)) {
    const library = whole ? standing.then(painted).then(() => fetched(whole)) : arrived().then(() => window.Plotly ?? fetched(wanted));
    libraries.set(wanted, library);
    library.catch(() => libraries.delete(wanted));
  }

  return libraries.get(wanted);
}

const small = () => document.getElementById("chart-library");

// Waits for the page's own library, whether it loads or fails.
function arrived() {
  return window.Plotly || document.readyState === "complete" ? Promise.resolve() : new Promise(resolve => {
    for (const [source, event] of [[small(), "load"], [small(), "error"], [window, "load"]]) {
      source.addEventListener(event, resolve);
    }
  });
}

// Waits for a frame to be painted; a hidden page paints none.
function painted() {
  return document.hidden ? Promise.resolve() : new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
}

function fetched(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => reject(new Error("The chart library could not be loaded."));
    document.head.append(script);
  });
}

const isNarrow = width => width < 480;

// On a phone a legend has one name per line; the drawing below it keeps the height it was designed for. A square drawing has room to spare.
function makeRoomForLegend(place, figure) {
  const { layout } = figure;
  const names = figure.data.filter(trace => trace.showlegend !== false).length;
  const isFixed = layout.margin.autoexpand === false;
  const lines = isFixed ? names - 1 : names - 2;
  if (layout.showlegend && lines > 0 && isNarrow(place.clientWidth) && !layout.yaxis?.scaleanchor) {
    layout.height += 20 * lines;
    layout.margin.t += isFixed ? 20 * lines : 0;
  }

  place.parentElement.style.height = `${layout.height}px`;
}

const ruler = document.createElement("canvas").getContext("2d");

function widthsOf(lines, font) {
  ruler.font = `${font.size}px ${font.family}`;
  return lines.map(line => ruler.measureText(line).width);
}

const linesOf = text => text.split(/<br>/).map(line => line.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&"));

// The tick labels of an axis determine the margin on its left. Plotly finds out by drawing once, and then draws everything again.
function makeRoomForNames(layout) {
  const axis = layout.yaxis;
  const widths = widthsOf((axis?.ticktext ?? []).flatMap(linesOf), layout.font);
  if (widths.length > 0) {
    layout.margin.l = Math.max(layout.margin.l, Math.ceil(Math.max(...widths)) + (axis.title.text ? NAME_GAP + TITLE_ROOM : NAME_GAP));
  }
}

// A chart lives in its own element inside its placeholder, so that it can move to another placeholder unchanged.
function chartIn(place) {
  let chart = charts.get(place);
  if (!chart) {
    const host = document.createElement("div");
    host.className = "chart-drawing";
    chart = { host, turn: 0 };
    put(chart, place);
  }

  return chart;
}

const labelOf = place => place.parentElement.getAttribute("aria-label");

function put(chart, place) {
  charts.set(place, chart);
  chart.place = place;
  place.append(chart.host);
  chart.watch?.disconnect();
  chart.watch = new ResizeObserver(() => fit(chart));
  chart.watch.observe(place);
}

async function show(chart, json, whole) {
  const turn = ++chart.turn;
  Object.assign(chart, { json, whole });
  const plotly = await load(whole);
  if (turn !== chart.turn || !chart.host.isConnected) {
    return;
  }

  const figure = JSON.parse(json);
  Object.assign(chart, { plotly, width: chart.place.clientWidth });
  makeRoomForLegend(chart.place, figure);
  makeRoomForNames(figure.layout);
  const stays = stay(chart, figure.layout);
  const begins = !stays && beginsElsewhere(chart, figure.layout);
  await plotly[begins ? "newPlot" : "react"](chart.host, figure.data, figure.layout, figure.config);
  if (!chart.listens || begins) {
    chart.listens = true;
    listen(chart);
  }

  if (!stays) {
    chart.view = viewOf(chart.host);
  }

  chart.host.dataset.drawn = String(turn);
}

// The visible part of a map; null for other charts.
function viewOf(host) {
  const { xaxis, yaxis } = host._fullLayout ?? {};
  return yaxis?.scaleanchor ? [...xaxis.range, ...yaxis.range] : null;
}

const isMoved = chart => Boolean(chart.view) && viewOf(chart.host).some((end, i) => Math.abs(end - chart.view[i]) > 1);

// A map that starts with another part is drawn as a new one, because the reset button would return to the start of the first one.
function beginsElsewhere(chart, layout) {
  const before = chart.begin;
  chart.begin = layout.yaxis?.scaleanchor ? JSON.stringify([layout.xaxis.range, layout.yaxis.range]) : null;
  return Boolean(before) && before !== chart.begin;
}

// A reader's pan and zoom are preserved as long as the initial part has the same key. Plotly would lose them, because it fits the ends of
// an axis to the shape of the card and then treats the given ends as new ones.
function stay(chart, layout) {
  const stays = chart.revision === layout.uirevision && isMoved(chart);
  if (stays) {
    const [left, right, lower, upper] = viewOf(chart.host);
    layout.xaxis.range = [left, right];
    layout.yaxis.range = [lower, upper];
  }

  chart.revision = layout.uirevision;
  return stays;
}

export async function draw(place, json, whole, page, canPick) {
  const chart = chartIn(place);
  Object.assign(chart, { page, canPick });
  if (chart.json !== json) {
    await show(chart, json, whole);
  }

  return true;
}

export function forget(place) {
  const chart = charts.get(place);
  if (chart) {
    chart.turn++;
    charts.delete(place);
    chart.watch.disconnect();
    chart.plotly?.purge(chart.host);
  }
}

// A prerendered page contains the figures of its charts, which are drawn while it is still connecting. Once it has connected, its elements are
// recreated, and each drawing moves over before anything is painted.
function drawEarly() {
  const early = new Map();
  const drawAll = places => Promise.all([...document.querySelectorAll(places)].map(place => {
    const chart = chartIn(place);
    early.set(labelOf(place), chart);
    return show(chart, place.dataset.figure, place.dataset.library).catch(() => { /* The connected page tries again and reports a failure. */ });
  }));

  standing = drawAll(".chart-place[data-figure]:not([data-library])");
  standing.then(() => document.dispatchEvent(new Event("charts-drawn")));
  drawAll(".chart-place[data-library][data-figure]");
  if (early.size === 0) {
    return;
  }

  const moving = new MutationObserver(() => {
    for (const place of document.querySelectorAll(".chart-place:empty")) {
      const chart = early.get(labelOf(place));
      if (chart && !chart.host.isConnected) {
        early.delete(labelOf(place));
        place.parentElement.style.height = chart.place.parentElement.style.height;
        put(chart, place);
      }
    }

    if (early.size === 0) {
      moving.disconnect();
    }
  });
  moving.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => moving.disconnect(), 60_000);
}

// A card may change its width without the window, for instance when the navigation opens beside it. Plotly only watches the window.
function fit(chart) {
  const { plotly, host, json, whole, place, width: before } = chart;
  const width = place.clientWidth;
  if (plotly && width > 0 && width !== before) {
    chart.width = width;
    const moved = isMoved(chart);
    const fitted = isNarrow(width) === isNarrow(before) ? plotly.Plots.resize(host) : show(chart, json, whole);
    fitted.then(() => { chart.view = moved ? chart.view : viewOf(host); }).catch(() => { /* The card is no longer visible. */ });
  }
}

function listen(chart) {
  const { host } = chart;
  host.on("plotly_click", event => {
    const point = event.points?.[0];
    if (point && chart.canPick) {
      chart.page.invokeMethodAsync("OnPicked", point.curveNumber, point.pointNumber ?? 0); // an area counts as one point
    }
  });
  host.on("plotly_hover", () => setOver(host, chart.canPick));
  host.on("plotly_unhover", () => setOver(host, false));
}

function setOver(host, isOver) {
  for (const layer of host.querySelectorAll(".nsewdrag")) {
    layer.classList.toggle("over-point", isOver);
  }
}

// Pixels that a legend above a drawing takes: one line if it fits, otherwise columns as wide as the widest name.
function legendHeight(data, layout, width) {
  const names = layout.showlegend ? data.filter(trace => trace.showlegend !== false).map(trace => linesOf(trace.name).join(" ")) : [];
  const widths = widthsOf(names, layout.font).map(text => text + 44);
  const room = width - layout.margin.l - layout.margin.r - 60;
  const inAll = widths.reduce((sum, entry) => sum + entry, 0);
  const lines = inAll <= room ? Math.sign(names.length) : Math.ceil(names.length / Math.max(1, Math.floor(room / Math.max(...widths))));
  return lines * 31 + 14;
}

// For slides: wide, with a title above, larger text and a background.
export async function savePicture(place, format, name, title, ground) {
  const { plotly, host } = charts.get(place);
  const layout = structuredClone(host.layout);
  const ratio = host.clientHeight / Math.max(host.clientWidth, 1); // once a chart has been fitted, its layout has no height
  const width = 1280;
  const height = Math.round(Math.min(Math.max(width * ratio, 560), 960)) + 60;
  layout.paper_bgcolor = layout.plot_bgcolor = ground;
  layout.font.size = 16;
  layout.title = { text: title, x: 0.02, xanchor: "left", y: 0.975, yanchor: "top", font: { size: 24 } };
  if (layout.margin.autoexpand === false) {
    Object.assign(layout.margin, { autoexpand: true, b: 48 }); // larger text needs more room than was measured for small text
  }

  layout.margin.t = 60 + Math.max(layout.margin.t, legendHeight(host.data, layout, width));
  layout.width = width;
  layout.height = height;
  const image = await plotly.toImage({ data: host.data, layout, config: host._context }, { format, width, height, scale: format === "png" ? 2 : 1 });
  offer(`${name}.${format}`, blobOf(image, format));
}

// The picture is a data URL, which the policy does not let scripts fetch, so it is decoded here.
function blobOf(address, format) {
  const comma = address.indexOf(",");
  const body = address.slice(comma + 1);
  if (format === "svg") {
    return new Blob([decodeURIComponent(body)], { type: "image/svg+xml" });
  }

  return new Blob([Uint8Array.from(atob(body), letter => letter.charCodeAt(0))], { type: "image/png" });
}

export async function saveFile(name, type, stream) {
  offer(name, new Blob([await stream.arrayBuffer()], { type }));
}

function offer(name, blob) {
  const address = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

drawEarly();
