// Where points of a map lie on the screen, which one lies under the pointer, and what an outline is in the map's own numbers: no page is needed.
const PADDING = 28;
const REACH = 12;
const CORNERS = 90;

export function locate(map) {
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

export function ramp(stops) {
  return Array.from({ length: 256 }, (_, index) => {
    const place = index / 255 * (stops.length - 1);
    const step = Math.min(Math.floor(place), stops.length - 2);
    return stops[step].map((channel, at) => Math.round(channel + ((stops[step + 1][at] - channel) * (place - step))));
  });
}

export const rgb = text => [1, 3, 5].map(at => parseInt(text.slice(at, at + 2), 16));

export function turnOf(map) {
  if (!map.solid) {
    return [1, 0, 0, 0, 1, 0, 0, 0, 1];
  }

  const [cy, sy, cp, sp] = [Math.cos(map.yaw), Math.sin(map.yaw), Math.cos(map.pitch), Math.sin(map.pitch)];
  return [cy, sy * sp, -sy * cp, 0, cp, sp, sy, -cy * sp, cy * cp];
}

const fitted = map => Math.min((map.wide - (2 * PADDING)) / map.width, (map.high - (2 * PADDING)) / map.height) * (map.solid ? 0.72 : 1);
export const scaleOf = map => Math.max(fitted(map), 1e-9) * map.zoom;

// Smaller the more there are, larger the closer one looks.
export const diameterOf = map => Math.min(Math.max(9.5 * Math.pow(4000 / Math.max(map.count, 1500), 0.28), 2.5) * Math.pow(map.zoom, 0.3), 22);

export function screen(map, x, y, z) {
  const [a, b, c] = [x - map.middle[0], y - map.middle[1], z];
  const turn = turnOf(map);
  const scale = scaleOf(map);
  return [(map.wide / 2) + map.shiftX + (scale * ((turn[0] * a) + (turn[3] * b) + (turn[6] * c))), (map.high / 2) - map.shiftY - (scale * ((turn[1] * a) + (turn[4] * b) + (turn[7] * c)))];
}

export const screenOf = (map, row) => screen(map, map.places[3 * row], map.places[3 * row + 1], map.places[3 * row + 2]);

export function unscreen(map, x, y) {
  const scale = scaleOf(map);
  return [map.middle[0] + ((x - (map.wide / 2) - map.shiftX) / scale), map.middle[1] + (((map.high / 2) - y - map.shiftY) / scale)];
}

// The closest point that is not hidden, within reach of the pointer.
export function under(map, x, y) {
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

// The corners in data coordinates: so few that an address holds them, none further off than a pixel or two.
export function outlineOf(map, path) {
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
export function thin(path, tolerance) {
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

// Moves the picture so that a point outside it, or on its edge, stands in the middle.
export function reveal(map, row) {
  const [x, y] = screenOf(map, row);
  if (x < 40 || y < 40 || x > map.wide - 40 || y > map.high - 40) {
    map.shiftX += (map.wide / 2) - x;
    map.shiftY -= (map.high / 2) - y;
  }
}
