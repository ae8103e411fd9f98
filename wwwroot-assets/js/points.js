// Many points under the axes of a chart, drawn by the graphics processor. The chart library's own way builds functions out of
// texts, which the site's policy forbids; this one needs no such thing, and a lasso over 200,000 points stays fluid.
// Coordinates are those of the axes; on a logarithmic axis they are exponents.
const REACH_PX = 12;
const CLICK_PX = 4;
// A full picture that takes longer is thinned out while the view moves, and completed when it rests.
const FRAME_MS = 32;
const REST_MS = 140;

const VERTEX = `#version 300 es
in vec2 at;
in float size;
in vec3 colour;
in float chosen;
uniform vec4 view;
uniform float ratio;
out vec3 paint;
out float strength;
out float pixels;
void main() {
  vec2 part = (at - view.xy) / (view.zw - view.xy);
  gl_Position = vec4(part * 2.0 - 1.0, 0.0, 1.0);
  pixels = size * ratio + 2.0;
  gl_PointSize = pixels;
  paint = colour;
  strength = mix(0.12, 0.85, chosen);
}`;

// Distance to the edge of each shape, below zero inside: the shapes of ChartSymbols, in the same order.
const FRAGMENT = `#version 300 es
precision highp float;
in vec3 paint;
in float strength;
in float pixels;
uniform int shape;
out vec4 result;
float triangle(vec2 p) { return max(abs(p.x) * 0.866 + p.y * 0.5, -p.y) - 0.5; }
float cross2(vec2 p) { p = abs(p); return max(min(p.x, p.y) - 0.3, max(p.x, p.y) - 0.95); }
float polygon(vec2 p, float sides, float depth) {
  float turn = 6.2831853 / sides;
  float angle = mod(atan(p.x, p.y) + turn * 0.5, turn) - turn * 0.5;
  return length(p) * mix(cos(angle), 1.0 + abs(angle) / turn * 2.0, depth) - mix(0.85, 1.0, depth);
}
void main() {
  vec2 p = (gl_PointCoord * 2.0 - 1.0) * vec2(1.0, -1.0);
  vec2 turned = vec2(p.x + p.y, p.y - p.x) * 0.7071;
  float d = length(p) - 0.9;
  if (shape == 1) { d = max(abs(p.x), abs(p.y)) - 0.8; }
  else if (shape == 2) { d = abs(p.x) + abs(p.y) - 1.0; }
  else if (shape == 3) { d = triangle(p * 1.0 + vec2(0.0, 0.15)); }
  else if (shape == 4) { d = cross2(p); }
  else if (shape == 5) { d = cross2(turned); }
  else if (shape == 6) { d = triangle(vec2(p.x, -p.y) + vec2(0.0, 0.15)); }
  else if (shape == 7) { d = polygon(p, 5.0, 1.0); }
  else if (shape == 8) { d = polygon(p, 5.0, 0.0); }
  else if (shape == 9) { d = polygon(p, 6.0, 1.0); }
  else if (shape == 10) { d = max(abs(p.x) - abs(p.y), abs(p.y) - 0.85); }
  else if (shape == 11) { d = max(abs(p.y) - abs(p.x), abs(p.x) - 0.85); }
  float alpha = strength * clamp(0.5 - d * pixels * 0.5, 0.0, 1.0);
  if (alpha < 0.01) { discard; }
  result = vec4(paint * alpha, alpha);
}`;

// Groups as .NET sends them: bytes of x and y, one size or many, one colour or one per point.
export function create(host, groups, reports) {
  const canvas = document.createElement("canvas");
  canvas.className = "chart-points";
  const gl = canvas.getContext("webgl2", { antialias: false, premultipliedAlpha: true });
  if (!gl) {
    throw new Error("This browser draws no WebGL.");
  }

  const cloud = { host, canvas, gl, groups: [], reports, count: 0, pending: 0 };
  build(cloud);
  fill(cloud, groups);
  for (const name of ["plotly_relayouting", "plotly_relayout", "plotly_afterplot"]) {
    host.on(name, () => schedule(cloud));
  }

  listen(cloud);
  return cloud;
}

export function fill(cloud, groups) {
  const { gl } = cloud;
  const kept = cloud.groups;
  for (const group of cloud.groups) {
    group.buffers.forEach(buffer => gl.deleteBuffer(buffer));
  }

  let first = 0;
  cloud.groups = groups.map(group => {
    const x = singles(group.x);
    const y = singles(group.y);
    const at = new Float32Array(x.length * 2);
    for (let i = 0; i < x.length; i++) {
      at[2 * i] = x[i];
      at[2 * i + 1] = y[i];
    }

    const mine = { x, y, first, count: x.length, shape: group.shape, sizes: group.sizes ? singles(group.sizes) : null, size: group.size, colour: group.colour, chosen: new Uint8Array(x.length).fill(255) };
    first += x.length;
    mine.buffers = [upload(gl, at), mine.sizes && upload(gl, mine.sizes), group.colours && upload(gl, Uint8Array.from(atob(group.colours), letter => letter.charCodeAt(0))), upload(gl, mine.chosen)];
    return mine;
  });
  // What was chosen stays chosen while the same points are drawn in other colours.
  if (first === cloud.count && kept.length === cloud.groups.length && kept.every((group, at) => group.count === cloud.groups[at].count)) {
    kept.forEach((group, at) => choose(cloud, cloud.groups[at], group.chosen));
  }

  cloud.count = first;
  schedule(cloud);
}

export function destroy(cloud) {
  cancelAnimationFrame(cloud.pending);
  clearTimeout(cloud.resting);
  cloud.stop.abort();
  cloud.canvas.remove();
  cloud.gl.getExtension("WEBGL_lose_context")?.loseContext();
}

// All points inside what was drawn, as numbers counted through all groups; the others step back.
export function select(cloud, event) {
  const inside = insideOf(cloud, event);
  const found = new Int32Array(cloud.count);
  let count = 0;
  for (const group of cloud.groups) {
    const chosen = new Uint8Array(group.count);
    for (let i = 0; i < group.count; i++) {
      if (inside(group.x[i], group.y[i])) {
        chosen[i] = 255;
        found[count++] = group.first + i;
      }
    }

    choose(cloud, group, chosen);
  }

  schedule(cloud);
  return found.slice(0, count);
}

export function deselect(cloud) {
  for (const group of cloud.groups) {
    choose(cloud, group, new Uint8Array(group.count).fill(255));
  }

  schedule(cloud);
}

export function picture(cloud) {
  paint(cloud);
  return cloud.canvas.toDataURL("image/png");
}

function build(cloud) {
  const { gl } = cloud;
  const program = gl.createProgram();
  for (const [kind, text] of [[gl.VERTEX_SHADER, VERTEX], [gl.FRAGMENT_SHADER, FRAGMENT]]) {
    const shader = gl.createShader(kind);
    gl.shaderSource(shader, text);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }

  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) {
    throw new Error(gl.getProgramInfoLog(program));
  }

  cloud.program = program;
  cloud.places = Object.fromEntries(["at", "size", "colour", "chosen"].map(name => [name, gl.getAttribLocation(program, name)]));
  cloud.uniforms = Object.fromEntries(["view", "ratio", "shape"].map(name => [name, gl.getUniformLocation(program, name)]));
}

// Where full pictures are slow, a sketch of every so-many-eth point comes first.
function schedule(cloud) {
  clearTimeout(cloud.resting);
  const step = Math.min(64, Math.ceil((cloud.cost ?? 0) / FRAME_MS));
  if (step > 1) {
    cloud.resting = setTimeout(() => paint(cloud), REST_MS);
  }

  cloud.pending ||= requestAnimationFrame(() => {
    cloud.pending = 0;
    paint(cloud, Math.max(1, step));
  });
}

function axesOf(cloud) {
  const { xaxis, yaxis } = cloud.host._fullLayout;
  return { xaxis, yaxis, x: xaxis.range.map(xaxis.r2l), y: yaxis.range.map(yaxis.r2l) };
}

function paint(cloud, step = 1) {
  const { gl, canvas, host, places, uniforms } = cloud;
  if (!host._fullLayout?.xaxis?._length) {
    return;
  }

  const begun = performance.now();
  const { xaxis, yaxis, x, y } = axesOf(cloud);
  const ratio = devicePixelRatio || 1;
  const width = Math.round(xaxis._length * ratio);
  const height = Math.round(yaxis._length * ratio);
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }

  canvas.style.cssText = `position:absolute;pointer-events:none;left:${xaxis._offset}px;top:${yaxis._offset}px;width:${xaxis._length}px;height:${yaxis._length}px`;
  const ground = host.querySelector(".gl-container");
  if (canvas.parentNode !== ground) {
    ground.append(canvas);
  }

  gl.viewport(0, 0, width, height);
  gl.clearColor(0, 0, 0, 0);
  gl.clear(gl.COLOR_BUFFER_BIT);
  gl.enable(gl.BLEND);
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  gl.useProgram(cloud.program);
  gl.uniform4f(uniforms.view, x[0], y[0], x[1], y[1]);
  gl.uniform1f(uniforms.ratio, ratio);
  cloud.groups.forEach((group, at) => {
    if (host._fullData[at]?.visible !== true) {
      return;
    }

    gl.uniform1i(uniforms.shape, group.shape);
    bind(gl, places.at, group.buffers[0], 2, gl.FLOAT, step);
    bind(gl, places.size, group.buffers[1], 1, gl.FLOAT, step, [group.size, 0, 0]);
    bind(gl, places.colour, group.buffers[2], 3, gl.UNSIGNED_BYTE, step, group.colour);
    bind(gl, places.chosen, group.buffers[3], 1, gl.UNSIGNED_BYTE, step);
    gl.drawArrays(gl.POINTS, 0, Math.ceil(group.count / step));
  });
  if (step === 1) {
    // Reading a pixel waits for the picture: only so is known what it cost.
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
    cloud.cost = performance.now() - begun;
  }
}

function bind(gl, place, buffer, length, kind, step, constant) {
  if (buffer) {
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    gl.enableVertexAttribArray(place);
    gl.vertexAttribPointer(place, length, kind, kind === gl.UNSIGNED_BYTE, step * length * (kind === gl.FLOAT ? 4 : 1), 0);
  } else {
    gl.disableVertexAttribArray(place);
    gl.vertexAttrib3f(place, ...constant);
  }
}

function choose(cloud, group, chosen) {
  const { gl } = cloud;
  group.chosen = chosen;
  gl.bindBuffer(gl.ARRAY_BUFFER, group.buffers[3]);
  gl.bufferData(gl.ARRAY_BUFFER, chosen, gl.DYNAMIC_DRAW);
}

function upload(gl, values) {
  const buffer = gl.createBuffer();
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  gl.bufferData(gl.ARRAY_BUFFER, values, gl.STATIC_DRAW);
  return buffer;
}

function singles(text) {
  return new Float32Array(Uint8Array.from(atob(text), letter => letter.charCodeAt(0)).buffer);
}

function insideOf(cloud, event) {
  const { xaxis, yaxis } = axesOf(cloud);
  const [xs, ys] = event.lassoPoints ? [event.lassoPoints.x, event.lassoPoints.y] : [event.range.x, event.range.y];
  const x = xs.map(value => xaxis.d2l(value));
  const y = ys.map(value => yaxis.d2l(value));
  const [left, right, low, high] = [Math.min(...x), Math.max(...x), Math.min(...y), Math.max(...y)];
  const inBox = (a, b) => a >= left && a <= right && b >= low && b <= high;
  return event.lassoPoints ? (a, b) => inBox(a, b) && inLasso(x, y, a, b) : inBox;
}

// A ray to the right crosses the outline an odd number of times from inside.
function inLasso(x, y, a, b) {
  let isInside = false;
  for (let i = 0, j = x.length - 1; i < x.length; j = i++) {
    if ((y[i] > b) !== (y[j] > b) && a < (x[j] - x[i]) * (b - y[i]) / (y[j] - y[i]) + x[i]) {
      isInside = !isInside;
    }
  }

  return isInside;
}

function nearest(cloud, clientX, clientY) {
  const box = cloud.canvas.getBoundingClientRect();
  const { x, y } = axesOf(cloud);
  const perX = box.width / (x[1] - x[0]);
  const perY = box.height / (y[1] - y[0]);
  const px = clientX - box.left;
  const py = box.bottom - clientY;
  let best = REACH_PX * REACH_PX;
  let found = null;
  cloud.groups.forEach((group, trace) => {
    if (cloud.host._fullData[trace]?.visible !== true) {
      return;
    }

    for (let i = 0; i < group.count; i++) {
      const dx = (group.x[i] - x[0]) * perX - px;
      const dy = (group.y[i] - y[0]) * perY - py;
      const distance = dx * dx + dy * dy;
      if (distance < best) {
        best = distance;
        found = { trace, point: i };
      }
    }
  });
  return found;
}

function listen(cloud) {
  const { host, reports } = cloud;
  cloud.stop = new AbortController();
  const options = { signal: cloud.stop.signal, capture: true };
  let down = null;
  let moving = 0;
  const overPlot = event => event.target.closest?.(".nsewdrag, .dragcover") && host.contains(event.target);
  host.addEventListener("pointermove", event => {
    cancelAnimationFrame(moving);
    moving = requestAnimationFrame(() => {
      const point = event.buttons === 0 && overPlot(event) ? nearest(cloud, event.clientX, event.clientY) : null;
      reports.hover(point, event);
    });
  }, options);
  host.addEventListener("pointerleave", () => {
    cancelAnimationFrame(moving);
    reports.hover(null);
  }, { signal: cloud.stop.signal });
  host.addEventListener("pointerdown", event => {
    down = overPlot(event) ? event : null;
  }, options);
  addEventListener("pointerup", event => {
    if (down && Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < CLICK_PX) {
      const point = nearest(cloud, event.clientX, event.clientY);
      if (point) {
        reports.click(point);
      }
    }

    down = null;
  }, options);
}
