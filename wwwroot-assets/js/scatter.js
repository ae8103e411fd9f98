// A map of many points, drawn by the graphics processor: pans, zooms, turns, takes outlines, and says what lies under the pointer.
// Coordinates come once as typed arrays; a change of colours sends no coordinates. Who is inside an outline is the server's answer.
import { describeFound, placeCard, setCard } from "./scatter-card.js";
import { fill, prepare } from "./scatter-gpu.js";
import { listen } from "./scatter-input.js";
import { diameterOf, locate, reveal, scaleOf, screen, screenOf, turnOf, under } from "./scatter-view.js";

const SLOW_MS = 32;
const REST_MS = 140;
const maps = new WeakMap();

export function attach(host, page) {
  const map = maps.get(host) ?? open(host);
  if (!map) {
    return false;
  }

  map.page = page;
  listen(map, { drawOver, hover, move, reset, schedule, setCard, zoomAt });
  describeFound(map);
  return true;
}

function open(host) {
  const paint = host.querySelector("canvas.points");
  const gl = paint.getContext("webgl2", { antialias: false, premultipliedAlpha: true, depth: true });
  if (!gl) {
    host.dataset.state = "no-webgl";
    return null;
  }

  const map = {
    gl, paint, page: null, tool: "pan", yaw: 0.6, pitch: -0.35,
    zoom: 1, shiftX: 0, shiftY: 0, count: 0, hovered: -1, path: null, files: new Map(), told: new Map(), turn: 0, pointers: new Map(), frames: [],
  };
  prepare(map);
  paint.addEventListener("webglcontextlost", event => event.preventDefault());
  paint.addEventListener("webglcontextrestored", () => {
    prepare(map);
    if (map.picture) {
      fill(map);
    }
  });
  map.redrawOver = () => drawOver(map);
  map.toPaper = () => putOnPaper(map);
  map.fromPaper = () => schedule(map);
  window.addEventListener("beforeprint", map.toPaper);
  window.addEventListener("afterprint", map.fromPaper);
  settle(map, host);
  return map;
}

// Puts a map into an element of the page; what was drawn comes along.
function settle(map, host) {
  const place = host.querySelector("canvas.points");
  if (place !== map.paint) {
    place.replaceWith(map.paint);
  }

  maps.delete(map.host);
  maps.set(host, map);
  Object.assign(map, { host, over: host.querySelector("canvas.over"), card: host.querySelector(".hover-card") });
  map.watcher?.disconnect();
  map.watcher = new ResizeObserver(() => resize(map));
  map.watcher.observe(host);
  tell(map);
}

// What can be seen from outside: drawn already, and whether the page behind the map listens yet.
function tell(map) {
  const { dataset } = map.host;
  dataset.state = !map.drawn ? "ready" : map.page ? "drawn" : "early";
  Object.assign(dataset, map.drawn);
}

export function forget(host) {
  const map = maps.get(host);
  if (map) {
    maps.delete(host);
    map.watcher.disconnect();
    window.removeEventListener("beforeprint", map.toPaper);
    window.removeEventListener("afterprint", map.fromPaper);
    cancelAnimationFrame(map.frame);
    clearTimeout(map.resting);
    map.gl.getExtension("WEBGL_lose_context")?.loseContext();
  }
}

export async function show(host, picture) {
  const map = maps.get(host);
  const wanted = JSON.stringify(picture);
  if (map && map.wanted !== wanted) {
    map.wanted = wanted;
    await paintPicture(map, picture);
  } else if (map) {
    tell(map);
  }
}

async function paintPicture(map, picture) {
  const turn = ++map.turn;
  const began = performance.now();
  map.isComing = true;
  try {
    const [points, values, mask, depths] = await Promise.all([
      load(map, picture.points, Float32Array), load(map, picture.values, Float32Array), load(map, picture.mask, Uint8Array), load(map, picture.depths, Float32Array)]);
    if (turn !== map.turn) {
      return;
    }

    map.isComing = false;
    fit(map);
    const samePlaces = map.points === points && map.depths === depths;
    Object.assign(map, { picture, points, values, mask, depths, count: points.length / 2 });
    if (!samePlaces) {
      locate(map);
    }

    fill(map);
    map.told.clear();
    setCard(map, -1);
    map.solid = depths !== null;
    if (picture.found >= 0 && picture.found !== map.seenFound) {
      reveal(map, picture.found);
    }

    map.seenFound = picture.found;
    map.cost = timed(map);
    describeFound(map);
    map.drawn = { count: String(map.count), drawn: String(turn), took: String(Math.round(performance.now() - began)) };
    tell(map);
  } catch {
    if (turn === map.turn) {
      map.wanted = null;
      map.host.dataset.state = "failed";
      map.isComing = false;
      resize(map);
    }
  }
}

export function setTool(host, tool) {
  const map = maps.get(host);
  if (map) {
    map.tool = tool;
    map.host.dataset.tool = tool;
  }
}

export function zoomBy(host, factor) {
  const map = maps.get(host);
  if (map) {
    zoomAt(map, factor, 0, 0);
  }
}

export function reset(host) {
  const map = maps.get(host);
  if (map) {
    Object.assign(map, { zoom: 1, shiftX: 0, shiftY: 0, yaw: 0.6, pitch: -0.35 });
    schedule(map);
  }
}

// Saves what is on view; what only a file needs is loaded when one is asked for.
export async function savePicture(host, library, format, sheet) {
  const { save } = await import(new URL(library, document.baseURI));
  const map = maps.get(host);
  if (!map?.picture) {
    return;
  }

  draw(map);
  const { picture } = map;
  await save({
    paint: map.paint, over: map.over, wide: map.wide, high: map.high, ratio: map.ratio, font: getComputedStyle(host).fontFamily,
    ground: picture.ground, ink: picture.ink, accent: picture.accent, isDark: picture.isDark, reach: picture.reach,
    tints: map.tints, shapes: map.shapes, order: map.solid ? fromBehind(map) : map.sequence, diameter: diameterOf(map), screenOf: row => screenOf(map, row),
    outline: map.solid ? null : picture.outline?.map(([x, y]) => screen(map, x, y, 0)), found: picture.found >= 0 ? screenOf(map, picture.found) : null,
  }, sheet, format);
}

// What lies nearer covers what lies behind it.
function fromBehind(map) {
  const [, , a, , , b, , , c] = turnOf(map);
  const nearness = row => (a * map.places[3 * row]) + (b * map.places[3 * row + 1]) + (c * map.places[3 * row + 2]);
  return map.sequence.toSorted((one, other) => nearness(one) - nearness(other));
}

// Pans over some frames and says how long each took: how the speed of the map is measured.
export async function measure(host, frames) {
  const map = maps.get(host);
  const times = [];
  for (let i = 0; i < frames; i++) {
    await new Promise(requestAnimationFrame);
    map.shiftX += i < frames / 2 ? 3 : -3;
    move(map);
    times.push(timed(map));
  }

  return { times, full: map.cost };
}

async function load(map, address, type) {
  if (!address) {
    return null;
  }

  if (!map.files.has(address)) {
    const loading = fetch(address, { credentials: "same-origin", cache: "no-cache" }).then(async answer => {
      if (!answer.ok || !(answer.headers.get("content-type") ?? "").startsWith("application/octet-stream")) {
        throw new Error(`${answer.status}`);
      }

      return new type(await answer.arrayBuffer());
    });
    loading.catch(() => map.files.delete(address));
    map.files.set(address, loading);
    while (map.files.size > 24) {
      map.files.delete(map.files.keys().next().value);
    }
  }

  return map.files.get(address);
}

// The room of a map often changes with what it shows: then the new picture is drawn into it, not the old one before.
function resize(map) {
  map.isOutgrown = true;
  schedule(map);
}

function fit(map) {
  if (!map.isOutgrown) {
    return;
  }

  const { clientWidth: wide, clientHeight: high } = map.host;
  map.ratio = Math.min(devicePixelRatio || 1, 2);
  Object.assign(map, { wide, high, isOutgrown: false });
  const [width, height] = [Math.round(wide * map.ratio), Math.round(high * map.ratio)];
  for (const canvas of [map.paint, map.over]) {
    if (canvas.width !== width || canvas.height !== height) { // a canvas that is told its size forgets what is on it
      Object.assign(canvas, { width, height });
    }
  }
}

function schedule(map) {
  map.frame ??= requestAnimationFrame(() => {
    map.frame = undefined;
    if (maps.has(map.host) && !(map.isOutgrown && map.isComing)) {
      draw(map);
    }
  });
}

// The view changes: a map that is slow to draw shows some of its points until it rests.
function move(map) {
  map.moving = true;
  clearTimeout(map.resting);
  map.resting = setTimeout(() => {
    map.moving = false;
    schedule(map);
  }, REST_MS);
  schedule(map);
}

// Draws and waits for the graphics processor: how slow it is decides how the map moves.
function timed(map) {
  const began = performance.now();
  cancelAnimationFrame(map.frame);
  map.frame = undefined;
  draw(map);
  map.gl.readPixels(0, 0, 1, 1, map.gl.RGBA, map.gl.UNSIGNED_BYTE, new Uint8Array(4));
  return performance.now() - began;
}

function draw(map) {
  const { gl, at } = map;
  fit(map);
  if (!map.points || !map.wide) {
    return;
  }

  gl.viewport(0, 0, map.paint.width, map.paint.height);
  gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
  if (map.solid) {
    gl.enable(gl.DEPTH_TEST);
  } else {
    gl.disable(gl.DEPTH_TEST);
  }

  gl.uniformMatrix3fv(at.turn, false, turnOf(map));
  gl.uniform3fv(at.middle, map.middle);
  gl.uniform2f(at.shift, map.shiftX * map.ratio, map.shiftY * map.ratio);
  gl.uniform2f(at.half_size, map.paint.width / 2, map.paint.height / 2);
  gl.uniform1f(at.scale, scaleOf(map) * map.ratio);
  gl.uniform1f(at.diameter, diameterOf(map) * map.ratio);
  gl.uniform1f(at.ground, map.picture.isDark ? 1 : 0);
  gl.uniform1f(at.reach, map.picture.reach);
  const isRough = map.moving && map.cost > SLOW_MS;
  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, isRough ? map.some : map.order);
  gl.drawElements(gl.POINTS, isRough ? map.someCount : map.count, gl.UNSIGNED_INT, 0);
  drawOver(map);
}

function drawOver(map) {
  const pen = map.over.getContext("2d");
  pen.setTransform(map.ratio, 0, 0, map.ratio, 0, 0);
  pen.clearRect(0, 0, map.wide, map.high);
  const outline = map.path ?? (map.solid ? null : map.picture.outline?.map(([x, y]) => screen(map, x, y, 0)));
  if (outline?.length > 1) {
    pen.beginPath();
    outline.forEach(([x, y]) => pen.lineTo(x, y));
    pen.closePath();
    pen.fillStyle = `${map.picture.accent}14`;
    pen.fill();
    pen.lineWidth = 1.5;
    pen.setLineDash([5, 4]);
    pen.strokeStyle = map.picture.accent;
    pen.stroke();
    pen.setLineDash([]);
  }

  for (const [row, width] of [[map.hovered, 1.5], [map.picture.found, 3]]) {
    if (row >= 0 && row < map.count) {
      const [x, y] = screenOf(map, row);
      pen.beginPath();
      pen.arc(x, y, (diameterOf(map) / 2) + 3 + width, 0, 2 * Math.PI);
      pen.lineWidth = width;
      pen.strokeStyle = row === map.picture.found ? map.picture.accent : map.picture.ink;
      pen.stroke();
    }
  }

  placeCard(map);
}

// What the graphics processor drew is gone when a page is printed: the points go onto the canvas above, below what is on it.
function putOnPaper(map) {
  if (map.picture) {
    draw(map);
    const pen = map.over.getContext("2d");
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.globalCompositeOperation = "destination-over";
    pen.drawImage(map.paint, 0, 0);
    pen.globalCompositeOperation = "source-over";
  }
}

function zoomAt(map, factor, x, y) {
  const zoom = Math.min(Math.max(map.zoom * factor, 0.5), 200);
  const real = zoom / map.zoom;
  map.shiftX = x + ((map.shiftX - x) * real);
  map.shiftY = y + ((map.shiftY - y) * real);
  map.zoom = zoom;
  move(map);
}

function hover(map) {
  if (!map.pointer || !map.points || map.pointers.size > 0) {
    return;
  }

  const row = under(map, ...map.pointer);
  map.over.classList.toggle("over-point", row >= 0);
  if (row !== map.hovered) {
    setCard(map, row);
  }
}

// A page that came whole brings its picture along: it is drawn while the page still connects. Once it has, its elements are made anew, and
// the map moves over before anything is painted.
function drawEarly() {
  const host = document.querySelector(".points-host[data-picture]");
  const map = host && open(host);
  if (!map) {
    return;
  }

  show(host, JSON.parse(host.dataset.picture));
  const moving = new MutationObserver(() => {
    const next = host.isConnected ? null : document.querySelector(".points-host");
    if (next) {
      moving.disconnect();
      settle(map, next);
      resize(map);
      draw(map);
    }
  });
  moving.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => moving.disconnect(), 60_000);
}

drawEarly();
