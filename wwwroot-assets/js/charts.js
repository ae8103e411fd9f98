// The browser's side of charts: draws figures with Plotly, reports what was picked, saves pictures.
// What .NET sends is data; texts in it are already harmless.

const libraries = new Map();
const charts = new WeakMap();

// Two libraries may be loaded, a small and a whole one; each keeps its own name, for both call themselves Plotly.
function load(address) {
  if (!libraries.has(address)) {
    libraries.set(address, new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = () => resolve(window.Plotly);
      script.onerror = () => {
        libraries.delete(address);
        reject(new Error("The chart library could not be loaded."));
      };
      document.head.append(script);
    }));
  }

  return libraries.get(address);
}

// On a telephone a legend has a name a line: the drawing below it keeps the height it was made for.
function makeRoomForLegend(host, figure) {
  const names = figure.data.filter(trace => trace.showlegend !== false).length;
  if (figure.layout.showlegend && names > 2 && host.clientWidth < 480) {
    figure.layout.height += 20 * (names - 2);
    host.parentElement.style.height = `${figure.layout.height}px`;
  }
}

export async function draw(host, json, address, page, canPick) {
  const chart = charts.get(host) ?? { turn: 0 };
  charts.set(host, chart);
  const turn = ++chart.turn;
  const plotly = await load(address);
  if (turn !== chart.turn || !host.isConnected) {
    return true;
  }

  if (chart.plotly && chart.plotly !== plotly) {
    chart.plotly.purge(host);
    chart.listens = false;
  }

  const figure = JSON.parse(json);
  Object.assign(chart, { plotly, page, canPick, width: host.clientWidth });
  makeRoomForLegend(host, figure);
  await plotly.react(host, figure.data, figure.layout, figure.config);
  if (!chart.listens) {
    chart.listens = true;
    listen(host, chart);
  }

  if (!chart.watch) {
    chart.watch = new ResizeObserver(() => fit(host, chart));
    chart.watch.observe(host);
  }

  host.dataset.drawn = String(turn);
  return true;
}

export function forget(host) {
  const chart = charts.get(host);
  if (chart) {
    chart.turn++;
    charts.delete(host);
    chart.watch?.disconnect();
    chart.plotly?.purge(host);
  }
}

// A card changes its width without the window as well, and after it: when the navigation opens beside it. Plotly looks at windows only.
function fit(host, chart) {
  if (host.clientWidth > 0 && host.clientWidth !== chart.width) {
    chart.width = host.clientWidth;
    chart.plotly.Plots.resize(host).catch(() => { /* The card is out of sight by now. */ });
  }
}

function listen(host, chart) {
  host.on("plotly_click", event => {
    const point = event.points?.[0];
    if (point && chart.canPick) {
      chart.page.invokeMethodAsync("OnPicked", point.curveNumber, numberOf(host, point));
    }
  });
  host.on("plotly_hover", () => setOver(host, chart.canPick));
  host.on("plotly_unhover", () => setOver(host, false));
}

// A cell of a grid has a row and a column; everything else has a number.
function numberOf(host, point) {
  return Array.isArray(point.pointNumber) ? point.pointNumber[0] * point.data.x.length + point.pointNumber[1] : point.pointNumber;
}

function setOver(host, isOver) {
  for (const layer of host.querySelectorAll(".nsewdrag")) {
    layer.classList.toggle("over-point", isOver);
  }
}

// For slides: wide, a title above, larger letters, a ground of its own.
export async function savePicture(host, format, name, title, ground) {
  const { plotly } = charts.get(host);
  const layout = structuredClone(host.layout);
  const ratio = host.clientHeight / Math.max(host.clientWidth, 1); // once a chart was fitted, its layout has no height
  const width = 1280;
  const height = Math.round(Math.min(Math.max(width * ratio, 560), 960)) + 60;
  layout.paper_bgcolor = layout.plot_bgcolor = ground;
  layout.font.size = 17;
  layout.title = { text: title, x: 0.02, xanchor: "left", y: 0.975, yanchor: "top", font: { size: 24 } };
  layout.margin.t = (layout.margin.t ?? 0) + 60;
  layout.width = width;
  layout.height = height;
  const image = await plotly.toImage({ data: host.data, layout, config: host._context }, { format, width, height, scale: format === "png" ? 2 : 1 });
  offer(`${name}.${format}`, blobOf(image, format));
}

// The picture is a data address; the policy lets no script ask for those, so it is read by hand.
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
