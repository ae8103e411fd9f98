// A map of many points, drawn by the graphics processor: pans, zooms, turns, takes outlines, and says what lies under the pointer.
// Coordinates come once as typed arrays; a change of colours sends no coordinates. Who is inside an outline is the server's answer.
const VERTEX = `#version 300 es
in vec3 place; in vec4 tint; in float shape;
uniform mat3 turn; uniform vec3 middle; uniform vec2 shift; uniform vec2 half_size; uniform float scale; uniform float diameter;
uniform float ground; uniform float reach;
flat out vec4 colour; flat out vec3 edge_colour; flat out int form; flat out float width;
// A darker edge on light ground, a lighter one on dark: as far from the ground as a mark must be to be seen.
vec3 edgeOf(vec3 body) {
  vec3 light = pow(mix(body, vec3(ground), 0.26), vec3(2.2));
  float own = dot(light, vec3(0.2126, 0.7152, 0.0722));
  light = ground > 0.5 ? mix(light, vec3(1.0), max(reach - own, 0.0) / (1.0 - own + 0.001)) : light * min(1.0, reach / max(own, 0.001));
  return pow(light, vec3(1.0 / 2.2));
}
void main() {
  vec3 turned = turn * (place - middle);
  vec2 pixel = turned.xy * scale + shift;
  gl_Position = vec4(pixel / half_size, -turned.z * 0.0001, 1.0);
  colour = tint; form = int(shape + 0.5); width = diameter;
  edge_colour = diameter > 5.0 ? edgeOf(tint.rgb) : tint.rgb;
  gl_PointSize = diameter;
}`;
const FRAGMENT = `#version 300 es
precision mediump float;
flat in vec4 colour; flat in vec3 edge_colour; flat in int form; flat in float width;
out vec4 painted;
float star(vec2 p) {
  float angle = mod(atan(p.x, -p.y) + 0.6283, 1.2566) - 0.6283;
  vec2 q = length(p) * vec2(cos(angle), abs(sin(angle)));
  return dot(q - vec2(0.96, 0.0), vec2(0.588, 0.809)) * 1.0;
}
void main() {
  vec2 p = gl_PointCoord * 2.0 - 1.0;
  vec2 a = abs(p);
  float edge;
  if (form == 0) edge = length(p) - 0.82;
  else if (form == 1) edge = max(a.x, a.y) - 0.72;
  else if (form == 2) edge = (a.x + a.y - 0.98) * 0.8;
  else if (form == 3) edge = max(a.x * 0.866 + p.y * -0.5 - 0.46, p.y - 0.62) ;
  else if (form == 4) edge = max(min(a.x, a.y) - 0.28, max(a.x, a.y) - 0.9);
  else if (form == 5) { vec2 r = abs(vec2(p.x + p.y, p.x - p.y)) * 0.7071; edge = max(min(r.x, r.y) - 0.27, max(r.x, r.y) - 1.0); }
  else if (form == 6) edge = max(a.x * 0.866 + p.y * 0.5 - 0.46, -p.y - 0.62);
  else edge = star(p);
  float pixels = edge * width * 0.5;
  float cover = clamp(0.5 - pixels, 0.0, 1.0);
  if (cover <= 0.01) discard;
  vec3 body = width > 5.0 ? mix(colour.rgb, edge_colour, smoothstep(-1.8, -0.6, pixels)) : colour.rgb;
  float solid = colour.a * cover;
  painted = vec4(body * solid, solid);
}`;
const PADDING = 28;
const REACH = 12;
const CORNERS = 90;
const SLOW_MS = 32;
const REST_MS = 140;
const maps = new WeakMap();

export function attach(host, page) {
  const map = maps.get(host) ?? open(host);
  if (!map) {
    return false;
  }

  map.page = page;
  listen(map);
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

function prepare(map) {
  const { gl } = map;
  const program = gl.createProgram();
  for (const [kind, text] of [[gl.VERTEX_SHADER, VERTEX], [gl.FRAGMENT_SHADER, FRAGMENT]]) {
    const shader = gl.createShader(kind);
    gl.shaderSource(shader, text);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }

  gl.linkProgram(program);
  gl.useProgram(program);
  map.at = Object.fromEntries(["turn", "middle", "shift", "half_size", "scale", "diameter", "ground", "reach"].map(name => [name, gl.getUniformLocation(program, name)]));
  map.buffers = Object.fromEntries(["place", "tint", "shape"].map(name => [name, gl.createBuffer()]));
  map.order = gl.createBuffer();
  map.some = gl.createBuffer();
  for (const [name, size, type, normal] of [["place", 3, gl.FLOAT, false], ["tint", 4, gl.UNSIGNED_BYTE, true], ["shape", 1, gl.UNSIGNED_BYTE, false]]) {
    const place = gl.getAttribLocation(program, name);
    gl.bindBuffer(gl.ARRAY_BUFFER, map.buffers[name]);
    gl.enableVertexAttribArray(place);
    gl.vertexAttribPointer(place, size, type, normal, 0, 0);
  }

  gl.enable(gl.BLEND);
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  gl.clearColor(0, 0, 0, 0);
}

function locate(map) {
  const { points, depths, count } = map;
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < count; i++) {
    left = Math.min(left, points[2 * i]);
    right = Math.max(right, points[2 * i]);
    bottom = Math.min(bottom, points[2 * i + 1]);
    top = Math.max(top, points[2 * i + 1]);
  }

  const [width, height] = [Math.max(right - left, 1e-6), Math.max(top - bottom, 1e-6)];
  Object.assign(map, { width, height, middle: [(left + right) / 2, (bottom + top) / 2, 0] });
  const rise = Math.max(width, height) * 0.7;
  const places = new Float32Array(3 * count);
  for (let i = 0; i < count; i++) {
    places[3 * i] = points[2 * i];
    places[3 * i + 1] = points[2 * i + 1];
    places[3 * i + 2] = depths ? (depths[i] - 0.5) * rise : 0;
  }

  map.places = places;
}

// Colours, shapes and the order of drawing: what is dimmed lies below.
function fill(map) {
  const { gl, picture, values, mask, count, places } = map;
  const tints = new Uint8Array(4 * count);
  const shapes = new Uint8Array(count);
  const order = new Uint32Array(count);
  const full = count > 50_000 ? 190 : 232;
  const paints = picture.isScale ? ramp(picture.colours.map(rgb)) : picture.colours.map(rgb);
  const faint = rgb(picture.faint);
  const [from, to] = picture.isLog ? [Math.log(picture.from), Math.log(picture.to)] : [picture.from, picture.to];
  const steps = to > from ? (paints.length - 1) / (to - from) : 0;
  let shown = 0;
  for (const level of mask ? [0, 1, 2] : [2]) {
    for (let i = 0; i < count; i++) {
      if (mask && mask[i] !== level) {
        continue;
      }

      order[shown++] = i;
      let paint = faint;
      if (level > 0 && picture.isScale) {
        const value = picture.isLog ? Math.log(Math.max(values[i], picture.from)) : values[i];
        paint = paints[Math.min(Math.max(Math.round((value - from) * steps), 0), paints.length - 1)];
      } else if (!picture.isScale && values[i] >= 0) {
        paint = level > 0 ? paints[values[i] % paints.length] : faint;
        shapes[i] = picture.shapes[values[i] % picture.shapes.length];
      }

      tints[4 * i] = paint[0];
      tints[4 * i + 1] = paint[1];
      tints[4 * i + 2] = paint[2];
      tints[4 * i + 3] = level === 2 ? full : level === 1 ? 60 : 70;
    }
  }

  for (const [name, data] of [["place", places], ["tint", tints], ["shape", shapes]]) {
    gl.bindBuffer(gl.ARRAY_BUFFER, map.buffers[name]);
    gl.bufferData(gl.ARRAY_BUFFER, data, gl.STATIC_DRAW);
  }

  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, map.order);
  gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, order, gl.STATIC_DRAW);

  Object.assign(map, { tints, shapes, sequence: order });

  // What is drawn while a slow map moves: every so-many-eth point, those picked as well as those dimmed.
  const some = order.filter((_, index) => index % Math.ceil(count / 15_000) === 0);
  map.someCount = some.length;
  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, map.some);
  gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, some, gl.STATIC_DRAW);
}

function ramp(stops) {
  return Array.from({ length: 256 }, (_, index) => {
    const place = index / 255 * (stops.length - 1);
    const step = Math.min(Math.floor(place), stops.length - 2);
    return stops[step].map((channel, at) => Math.round(channel + ((stops[step + 1][at] - channel) * (place - step))));
  });
}

const rgb = text => [1, 3, 5].map(at => parseInt(text.slice(at, at + 2), 16));

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

function turnOf(map) {
  if (!map.solid) {
    return [1, 0, 0, 0, 1, 0, 0, 0, 1];
  }

  const [cy, sy, cp, sp] = [Math.cos(map.yaw), Math.sin(map.yaw), Math.cos(map.pitch), Math.sin(map.pitch)];
  return [cy, sy * sp, -sy * cp, 0, cp, sp, sy, -cy * sp, cy * cp];
}

const fitted = map => Math.min((map.wide - (2 * PADDING)) / map.width, (map.high - (2 * PADDING)) / map.height) * (map.solid ? 0.72 : 1);
const scaleOf = map => Math.max(fitted(map), 1e-9) * map.zoom;

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

// Smaller the more there are, larger the closer one looks.
const diameterOf = map => Math.min(Math.max(9.5 * Math.pow(4000 / Math.max(map.count, 1500), 0.28), 2.5) * Math.pow(map.zoom, 0.3), 22);

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

function screen(map, x, y, z) {
  const [a, b, c] = [x - map.middle[0], y - map.middle[1], z];
  const turn = turnOf(map);
  const scale = scaleOf(map);
  return [(map.wide / 2) + map.shiftX + (scale * ((turn[0] * a) + (turn[3] * b) + (turn[6] * c))), (map.high / 2) - map.shiftY - (scale * ((turn[1] * a) + (turn[4] * b) + (turn[7] * c)))];
}

const screenOf = (map, row) => screen(map, map.places[3 * row], map.places[3 * row + 1], map.places[3 * row + 2]);

function unscreen(map, x, y) {
  const scale = scaleOf(map);
  return [map.middle[0] + ((x - (map.wide / 2) - map.shiftX) / scale), map.middle[1] + (((map.high / 2) - y - map.shiftY) / scale)];
}

function reveal(map, row) {
  const [x, y] = screenOf(map, row);
  if (x < 40 || y < 40 || x > map.wide - 40 || y > map.high - 40) {
    map.shiftX += (map.wide / 2) - x;
    map.shiftY -= (map.high / 2) - y;
  }
}

// The closest point that is not hidden, within reach of the pointer.
function under(map, x, y) {
  const { places, mask, count, middle } = map;
  const turn = turnOf(map);
  const scale = scaleOf(map);
  const [toX, toY] = [(x - (map.wide / 2) - map.shiftX) / scale, ((map.high / 2) - y - map.shiftY) / scale];
  let [best, least] = [-1, (REACH / scale) ** 2];
  for (let i = 0; i < count; i++) {
    const [a, b, c] = [places[3 * i] - middle[0], places[3 * i + 1] - middle[1], places[3 * i + 2]];
    const across = (turn[0] * a) + (turn[3] * b) + (turn[6] * c) - toX;
    if (across * across >= least) {
      continue;
    }

    const along = (turn[1] * a) + (turn[4] * b) + (turn[7] * c) - toY;
    const distance = (across * across) + (along * along);
    if (distance < least && (!mask || mask[i] > 0)) {
      [best, least] = [i, distance];
    }
  }

  return best;
}

function zoomAt(map, factor, x, y) {
  const zoom = Math.min(Math.max(map.zoom * factor, 0.5), 200);
  const real = zoom / map.zoom;
  map.shiftX = x + ((map.shiftX - x) * real);
  map.shiftY = y + ((map.shiftY - y) * real);
  map.zoom = zoom;
  move(map);
}

function listen(map) {
  const { over } = map;
  const place = event => {
    const box = over.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  over.addEventListener("pointerdown", event => {
    if (event.button !== 0 || !map.points) {
      return;
    }

    over.setPointerCapture(event.pointerId);
    map.pointers.set(event.pointerId, place(event));
    map.start = map.last = place(event);
    map.moved = false;
    const tool = map.tool === "pan" && event.shiftKey ? "lasso" : map.tool;
    map.drawing = map.solid || tool === "pan" || map.pointers.size > 1 ? null : tool;
    map.path = map.drawing ? [map.start] : null;
  });
  over.addEventListener("pointermove", event => {
    const now = place(event);
    if (!map.pointers.has(event.pointerId)) {
      map.pointer = now;
      map.hovering ??= requestAnimationFrame(() => {
        map.hovering = undefined;
        hover(map);
      });
      return;
    }

    const [before] = [map.pointers.get(event.pointerId)];
    if (map.pointers.size === 2) {
      const [other] = [...map.pointers].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
      const spread = at => Math.hypot(at[0] - other[0], at[1] - other[1]);
      zoomAt(map, spread(now) / Math.max(spread(before), 1), ((now[0] + other[0]) / 2) - (map.wide / 2), (map.high / 2) - ((now[1] + other[1]) / 2));
      map.path = null;
      map.drawing = null;
    } else if (map.drawing === "lasso") {
      map.path.push(now);
    } else if (map.drawing === "box") {
      map.path = [map.start, [now[0], map.start[1]], now, [map.start[0], now[1]]];
    } else if (map.solid && !event.shiftKey) {
      map.yaw += (now[0] - before[0]) * 0.008;
      map.pitch = Math.min(Math.max(map.pitch - ((now[1] - before[1]) * 0.008), -1.57), 1.57);
    } else {
      map.shiftX += now[0] - before[0];
      map.shiftY -= now[1] - before[1];
    }

    map.moved ||= Math.hypot(now[0] - map.start[0], now[1] - map.start[1]) > 4;
    map.pointers.set(event.pointerId, now);
    if (map.path) {
      drawOver(map);
    } else {
      move(map);
    }
  });
  over.addEventListener("pointerup", event => {
    const path = map.path;
    const wasAlone = map.pointers.size === 1;
    map.pointers.delete(event.pointerId);
    map.path = null;
    if (map.moved && map.drawing && path?.length > 2) {
      map.picture = { ...map.picture, outline: outlineOf(map, path) };
      map.wanted = null;
      map.page.invokeMethodAsync("Drew", map.drawing, map.picture.outline.map(corner => corner.join(",")).join(";"));
    } else if (!map.moved && wasAlone && map.points) {
      const row = under(map, ...place(event));
      if (row >= 0) {
        map.page.invokeMethodAsync("Open", row);
      }
    }

    map.drawing = null;
    schedule(map);
  });
  over.addEventListener("pointercancel", event => {
    map.pointers.delete(event.pointerId);
    map.path = map.drawing = null;
    schedule(map);
  });
  over.addEventListener("pointerleave", () => {
    map.pointer = null;
    setCard(map, -1);
  });
  over.addEventListener("wheel", event => {
    // A page that scrolls stays scrollable: the wheel zooms once the map is in use, or with the control key.
    if (map.points && (event.ctrlKey || event.metaKey || document.activeElement === over)) {
      event.preventDefault();
      const [x, y] = place(event);
      zoomAt(map, Math.exp(-Math.max(Math.min(event.deltaY, 120), -120) * 0.0022), x - (map.wide / 2), (map.high / 2) - y);
    }
  }, { passive: false });
  over.addEventListener("dblclick", event => {
    const [x, y] = place(event);
    zoomAt(map, 1.8, x - (map.wide / 2), (map.high / 2) - y);
  });
  over.addEventListener("keydown", event => {
    const steps = { ArrowLeft: [40, 0], ArrowRight: [-40, 0], ArrowUp: [0, -40], ArrowDown: [0, 40] }[event.key];
    if (steps && map.solid && !event.shiftKey) {
      map.yaw += steps[0] * 0.004;
      map.pitch = Math.min(Math.max(map.pitch + (steps[1] * 0.004), -1.57), 1.57);
    } else if (steps) {
      map.shiftX += steps[0];
      map.shiftY += steps[1];
    } else if (event.key === "+" || event.key === "=") {
      zoomAt(map, 1.3, 0, 0);
    } else if (event.key === "-") {
      zoomAt(map, 1 / 1.3, 0, 0);
    } else if (event.key === "0") {
      reset(map.host);
    } else if (event.key === "Escape") {
      map.path = map.drawing = null;
    } else {
      return;
    }

    event.preventDefault();
    move(map);
  });
}

// The corners in data coordinates: so few that an address holds them, none further off than a pixel or two.
function outlineOf(map, path) {
  let tolerance = 1;
  let corners = path;
  do {
    corners = thin(path, tolerance);
    tolerance *= 1.5;
  } while (corners.length > CORNERS);
  const decimals = Math.max(0, Math.min(6, 4 - Math.floor(Math.log10(Math.max(map.width, map.height) / map.zoom))));
  return (corners.length > 2 ? corners : path.slice(0, CORNERS)).map(([x, y]) => unscreen(map, x, y).map(value => Number(value.toFixed(decimals))));
}

// Douglas and Peucker (1973), without recursion.
function thin(path, tolerance) {
  const keep = new Uint8Array(path.length);
  keep[0] = keep[path.length - 1] = 1;
  const parts = [[0, path.length - 1]];
  while (parts.length > 0) {
    const [from, to] = parts.pop();
    let [far, most] = [-1, tolerance];
    for (let i = from + 1; i < to; i++) {
      const distance = offset(path[i], path[from], path[to]);
      if (distance > most) {
        [far, most] = [i, distance];
      }
    }

    if (far > 0) {
      keep[far] = 1;
      parts.push([from, far], [far, to]);
    }
  }

  return path.filter((_, index) => keep[index]);
}

function offset([x, y], [fromX, fromY], [toX, toY]) {
  const [dx, dy] = [toX - fromX, toY - fromY];
  const length = Math.hypot(dx, dy);
  return length === 0 ? Math.hypot(x - fromX, y - fromY) : Math.abs((dx * (fromY - y)) - ((fromX - x) * dy)) / length;
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

function describeFound(map) {
  if (map.picture?.found >= 0) {
    setCard(map, map.picture.found);
  }
}

async function setCard(map, row) {
  row = row < 0 && map.picture?.found >= 0 ? map.picture.found : row;
  map.hovered = row;
  if (map.points && map.wide) {
    drawOver(map);
  }

  if (row < 0 || !map.page) {
    map.card.hidden = true;
    return;
  }

  if (!map.told.has(row)) {
    map.told.set(row, map.page.invokeMethodAsync("Describe", row));
  }

  let lines;
  try {
    lines = await map.told.get(row);
  } catch {
    map.told.delete(row);
    return;
  }

  if (map.hovered !== row || !lines) {
    return;
  }

  map.card.replaceChildren(...lines.map(line => {
    const item = document.createElement("div");
    for (const text of line) {
      item.append(Object.assign(document.createElement("span"), { textContent: text }));
    }

    return item;
  }));
  map.card.dataset.row = String(row);
  map.card.hidden = false;
  placeCard(map);
}

function placeCard(map) {
  if (!map.card.hidden && map.hovered >= 0 && map.points) {
    const [x, y] = screenOf(map, map.hovered);
    const isOut = x < 0 || y < 0 || x > map.wide || y > map.high;
    map.card.style.visibility = isOut ? "hidden" : "visible";
    const { offsetWidth: wide, offsetHeight: high } = map.card;
    map.card.style.left = `${Math.max(6, x + 16 + wide > map.wide ? x - wide - 16 : x + 16)}px`;
    map.card.style.top = `${Math.max(6, Math.min(y + 12, map.high - high - 6))}px`;
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
