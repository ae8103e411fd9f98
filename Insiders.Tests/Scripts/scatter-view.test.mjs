import assert from "node:assert/strict";
import { test } from "node:test";
import { locate, outlineOf, ramp, rgb, scaleOf, screenOf, thin, under, unscreen } from "../../wwwroot-assets/js/scatter-view.js";

// Four corners of a square and its middle, on a screen of 456 × 256: 200 pixels between the margins of 28 make the square's 10.
const map = () => {
  const made = { points: [0, 0, 10, 0, 0, 10, 10, 10, 5, 5], count: 5, wide: 456, high: 256, zoom: 1, shiftX: 0, shiftY: 0 };
  locate(made);
  return made;
};

test("the smaller side decides the scale, and the middle of the points is the middle of the screen", () => {
  const made = map();
  assert.equal(scaleOf(made), 20);
  assert.deepEqual(screenOf(made, 4), [228, 128]);
  assert.deepEqual(screenOf(made, 0), [128, 228]);
  assert.deepEqual(screenOf(made, 3), [328, 28]);
});

test("a place on the screen leads back to its numbers, moved and zoomed", () => {
  const made = Object.assign(map(), { zoom: 2.5, shiftX: 40, shiftY: -13 });
  const [x, y] = screenOf(made, 1);
  const [backX, backY] = unscreen(made, x, y);
  assert.ok(Math.abs(backX - 10) < 1e-9 && Math.abs(backY) < 1e-9);
});

test("the point under the pointer is the closest one in reach that is not hidden", () => {
  const made = map();
  assert.equal(under(made, 236, 128), 4);
  assert.equal(under(made, 241, 128), -1); // 13 pixels away, one too many
  assert.equal(under({ ...made, mask: [2, 2, 2, 2, 0] }, 228, 128), -1);
});

test("a line of few bends keeps those that lie off it", () => {
  assert.deepEqual(thin([[0, 0], [5, 0.5], [10, 0], [10, 10]], 1), [[0, 0], [10, 0], [10, 10]]);
});

test("an outline has at most ninety corners, in the map's own numbers", () => {
  const made = map();
  const path = Array.from({ length: 2000 }, (_, i) => [228 + (80 * Math.cos(i * Math.PI / 1000)), 128 + (80 * Math.sin(i * Math.PI / 1000))]);
  const outline = outlineOf(made, path);
  assert.ok(outline.length > 10 && outline.length <= 90);
  assert.ok(outline.every(([x, y]) => Math.abs(Math.hypot(x - 5, y - 5) - 4) < 0.1));
});

test("a scale of colours runs from its first to its last through those between", () => {
  const colours = ramp([rgb("#000000"), rgb("#804020"), rgb("#ffffff")]);
  assert.equal(colours.length, 256);
  assert.deepEqual([colours[0], colours[255]], [[0, 0, 0], [255, 255, 255]]);
  assert.ok(Math.abs(colours[128][0] - 128) <= 1);
});
