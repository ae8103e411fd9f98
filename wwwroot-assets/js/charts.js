// The browser's side of charts: draws figures with Plotly, reports what was picked and selected, saves pictures.
// What .NET sends is data; texts in it are already harmless.
import * as points from "./points.js";

const libraries = new Map();
const charts = new WeakMap();
const REST_MS = 60;
let latestHover = 0;

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

export async function draw(host, json, address, page, canPick, canSelect) {
  const chart = charts.get(host) ?? { turn: 0 };
  charts.set(host, chart);
  const turn = ++chart.turn;
  const plotly = await load(address);
  if (turn !== chart.turn || !host.isConnected) {
    return true;
  }

  if (chart.plotly && chart.plotly !== plotly) {
    dropCloud(chart);
    chart.plotly.purge(host);
    chart.listens = false;
  }

  const figure = JSON.parse(json);
  Object.assign(chart, { plotly, page, canPick, canSelect, first: figure.first, width: host.clientWidth });
  await plotly.react(host, figure.data, figure.layout, figure.config);
  if (!chart.listens) {
    chart.listens = true;
    listen(host, chart);
    // Points in space are reported without the pointer that is over them.
    host.onpointermove = event => (chart.pointer = event);
  }

  if (!chart.watch) {
    chart.watch = new ResizeObserver(() => fit(host, chart));
    chart.watch.observe(host);
  }

  if (figure.points) {
    if (chart.cloud) {
      points.fill(chart.cloud, figure.points);
    } else {
      chart.cloud = points.create(host, figure.points, reportsOf(host, chart));
    }
  } else {
    dropCloud(chart);
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
    hideHover(chart);
    dropCloud(chart);
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

function dropCloud(chart) {
  if (chart.cloud) {
    points.destroy(chart.cloud);
    chart.cloud = undefined;
  }
}

function reportsOf(host, chart) {
  let over = null;
  return {
    click: ({ trace, point }) => chart.canPick && chart.page.invokeMethodAsync("OnPicked", trace, point),
    hover: (found, pointer) => {
      const same = found && over && found.trace === over.trace && found.point === over.point;
      over = found;
      setOver(host, chart.canPick && found !== null);
      if (!found) {
        hideHover(chart);
      } else if (!same) {
        askHover(chart, found.trace, found.point, pointer);
      }
    },
  };
}

function listen(host, chart) {
  host.on("plotly_click", event => {
    const point = event.points?.[0];
    if (point && chart.canPick && !chart.cloud) {
      chart.page.invokeMethodAsync("OnPicked", point.curveNumber, numberOf(host, point));
    }
  });
  host.on("plotly_selected", event => event && chart.canSelect && report(chart, event));
  host.on("plotly_deselect", () => {
    if (chart.cloud) {
      points.deselect(chart.cloud);
    }

    if (chart.canSelect) {
      chart.page.invokeMethodAsync("OnDeselected");
    }
  });
  host.on("plotly_hover", event => {
    if (chart.cloud) {
      return;
    }

    setOver(host, chart.canPick);
    const point = event.points?.[0];
    if (point && (point.fullData.hoverinfo === "none")) {
      askHover(chart, point.curveNumber, point.pointNumber, event.event ?? chart.pointer);
    }
  });
  host.on("plotly_unhover", () => {
    if (chart.cloud) {
      return;
    }

    setOver(host, false);
    hideHover(chart);
  });
}

// A cell of a grid has a row and a column; everything else has a number.
function numberOf(host, point) {
  return Array.isArray(point.pointNumber) ? point.pointNumber[0] * point.data.x.length + point.pointNumber[1] : point.pointNumber;
}

// Numbers only, four bytes each, as a stream: a message of the circuit could not hold two hundred thousand points.
async function report(chart, event) {
  let numbers;
  if (chart.cloud) {
    if (!event.lassoPoints && !event.range) {
      return;
    }

    numbers = points.select(chart.cloud, event);
  } else {
    numbers = Int32Array.from(event.points.filter(point => Number.isInteger(chart.first[point.curveNumber])), point => chart.first[point.curveNumber] + point.pointNumber);
  }

  await chart.page.invokeMethodAsync("OnSelected", DotNet.createJSStreamReference(numbers));
}

function setOver(host, isOver) {
  for (const layer of host.querySelectorAll(".nsewdrag")) {
    layer.classList.toggle("over-point", isOver);
  }
}

function askHover(chart, trace, point, pointer) {
  clearTimeout(chart.waiting);
  const mine = ++latestHover;
  chart.waiting = setTimeout(async () => {
    const text = await chart.page.invokeMethodAsync("OnHover", trace, point);
    if (text && mine === latestHover) {
      showHover(chart, text, pointer.clientX, pointer.clientY);
    }
  }, REST_MS);
}

function showHover(chart, text, x, y) {
  chart.hover ??= document.body.appendChild(Object.assign(document.createElement("div"), { className: "chart-hover" }));
  chart.hover.textContent = text;
  chart.hover.hidden = false;
  chart.hover.style.left = `${Math.max(8, Math.min(x + 14, innerWidth - chart.hover.offsetWidth - 8))}px`;
  chart.hover.style.top = `${Math.max(8, Math.min(y + 14, innerHeight - chart.hover.offsetHeight - 8))}px`;
}

function hideHover(chart) {
  clearTimeout(chart.waiting);
  latestHover++;
  chart.hover?.remove();
  chart.hover = undefined;
}

// For slides: wide, a title above, larger letters, a ground of its own.
export async function savePicture(host, format, name, title, ground) {
  const { plotly, cloud } = charts.get(host);
  const layout = structuredClone(host.layout);
  const ratio = host.clientHeight / Math.max(host.clientWidth, 1); // once a chart was fitted, its layout has no height
  const width = 1280;
  const height = cloud ? Math.round(width * ratio) : Math.round(Math.min(Math.max(width * ratio, 560), 960)) + 60;
  layout.paper_bgcolor = layout.plot_bgcolor = ground;
  layout.font.size = 17;
  layout.title = { text: title, x: 0.02, xanchor: "left", y: 0.975, yanchor: "top", font: { size: 24 } };
  layout.margin.t = (layout.margin.t ?? 0) + 60;
  if (cloud) {
    layout.images = [{ source: points.picture(cloud), xref: "x domain", yref: "y domain", x: 0, y: 1, sizex: 1, sizey: 1, sizing: "stretch", layer: "above" }];
  }

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
