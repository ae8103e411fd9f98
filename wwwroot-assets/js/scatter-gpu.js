// The graphics processor's part of a map of many points: shaders, buffers, colours and shapes.
import { ramp, rgb } from "./scatter-view.js";

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

export function prepare(map) {
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

// Colours, shapes and the order of drawing: what is dimmed lies below.
export function fill(map) {
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
