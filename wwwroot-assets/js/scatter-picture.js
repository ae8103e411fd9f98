// The map of customers as a file: pixels for slides, or a drawing whose points are shapes that can be taken apart.
// Both have the title above and the legend below, laid out once.
const MARGIN = 20;
const TOP = 52;
const LINE = 24;
const SCALE_WIDTH = 240;

// More shapes than this would be slow to open anywhere: beyond, a drawing holds its points as one picture, and letters stay letters.
const MOST_SHAPES = 20_000;

export async function save(view, sheet, format) {
  const page = layOut(view, sheet);
  const blob = format === "svg" ? new Blob([drawing(view, sheet, page)], { type: "image/svg+xml" }) : await pixels(view, sheet, page);
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: `${sheet.name}.${format}` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

// Where everything around the map goes, in pixels of the screen.
function layOut(view, sheet) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `13px ${view.font}`;
  const widthOf = text => pen.measureText(text).width;
  const words = [{ text: sheet.title, x: MARGIN, y: 34, size: 18, weight: 600 }];
  const below = TOP + view.high + LINE;
  if (sheet.scale) {
    const [name, from] = [MARGIN + widthOf(sheet.scale.name) + 16, widthOf(sheet.scale.from) + 12];
    const bar = { x: name + from, y: below - 11, width: SCALE_WIDTH, height: 10 };
    words.push(word(sheet.scale.name, MARGIN, below - 2), word(sheet.scale.from, name, below - 2), word(sheet.scale.to, bar.x + SCALE_WIDTH + 12, below - 2));
    return { words, marks: [], bar, width: Math.max(view.wide, bar.x + SCALE_WIDTH + 12 + widthOf(sheet.scale.to) + MARGIN), height: below + LINE };
  }

  const column = Math.max(0, ...sheet.legend.map(entry => widthOf(entry.name))) + 42;
  const columns = Math.max(1, Math.floor((view.wide - (2 * MARGIN)) / column));
  const marks = sheet.legend.map((entry, index) => ({ ...entry, edge: sheet.edges[index], x: MARGIN + 6 + (column * (index % columns)), y: below + (LINE * Math.floor(index / columns)) - 6 }));
  words.push(...marks.map(mark => word(mark.name, mark.x + 14, mark.y + 4)));
  return { words, marks, width: Math.max(view.wide, column + (2 * MARGIN)), height: below + (LINE * Math.ceil(marks.length / columns)) };
}

const word = (text, x, y) => ({ text, x, y, size: 13, weight: 400 });

async function pixels(view, sheet, page) {
  const canvas = Object.assign(document.createElement("canvas"), { width: Math.round(page.width * view.ratio), height: Math.round(page.height * view.ratio) });
  const pen = canvas.getContext("2d");
  pen.scale(view.ratio, view.ratio);
  pen.fillStyle = view.ground;
  pen.fillRect(0, 0, page.width, page.height);
  pen.drawImage(view.paint, 0, TOP, view.wide, view.high);
  pen.drawImage(view.over, 0, TOP, view.wide, view.high);
  pen.fillStyle = view.ink;
  for (const { text, x, y, size, weight } of page.words) {
    pen.font = `${weight} ${size}px ${view.font}`;
    pen.fillText(text, x, y);
  }

  for (const { shape, colour, edge, x, y } of page.marks) {
    pen.save();
    pen.translate(x, y);
    pen.scale(7, 7);
    pen.fillStyle = colour;
    const path = new Path2D(sheet.shapes[shape]);
    pen.fill(path);
    pen.strokeStyle = edge;
    pen.lineWidth = 0.14;
    pen.stroke(path);
    pen.restore();
  }

  if (page.bar) {
    const shades = pen.createLinearGradient(page.bar.x, 0, page.bar.x + page.bar.width, 0);
    sheet.scale.colours.forEach((colour, index, all) => shades.addColorStop(index / (all.length - 1), colour));
    pen.fillStyle = shades;
    pen.fillRect(page.bar.x, page.bar.y, page.bar.width, page.bar.height);
  }

  return new Promise(resolve => canvas.toBlob(resolve, "image/png"));
}

function drawing(view, sheet, page) {
  const [width, height] = [Math.round(page.width), Math.round(page.height)];
  const words = page.words.map(({ text, x, y, size, weight }) => `<text x="${short(x)}" y="${short(y)}" font-size="${size}" font-weight="${weight}">${safe(text)}</text>`);
  const marks = page.marks.map(({ shape, colour, edge, x, y }) =>
    `<path transform="translate(${short(x)} ${short(y)})scale(7)" d="${sheet.shapes[shape]}" fill="${colour}" stroke="${edge}" stroke-width="0.14"/>`);
  const stops = sheet.scale?.colours.map((colour, index, all) => `<stop offset="${short(index / (all.length - 1))}" stop-color="${colour}"/>`) ?? [];
  const bar = page.bar ? `<rect x="${short(page.bar.x)}" y="${short(page.bar.y)}" width="${page.bar.width}" height="${page.bar.height}" fill="url(#scale)"/>` : "";
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${safe(view.font)}">`,
    `<title>${safe(sheet.title)}</title>`,
    `<defs><clipPath id="map"><rect width="${view.wide}" height="${view.high}"/></clipPath><linearGradient id="scale">${stops.join("")}</linearGradient></defs>`,
    `<rect width="${width}" height="${height}" fill="${view.ground}"/>`,
    `<g transform="translate(0 ${TOP})" clip-path="url(#map)">${points(view, sheet)}${outline(view)}${found(view)}</g>`,
    `<g fill="${view.ink}">${words.join("")}</g>${marks.join("")}${bar}`,
    "</svg>",
  ].join("\n");
}

// In the order in which the map draws them, so that the same ones lie above.
function points(view, sheet) {
  const reach = view.diameter;
  const inside = Array.from(view.order, row => ({ row, at: view.screenOf(row) }))
    .filter(({ at: [x, y] }) => x > -reach && y > -reach && x < view.wide + reach && y < view.high + reach);
  if (inside.length > MOST_SHAPES) {
    return `<image width="${view.wide}" height="${view.high}" preserveAspectRatio="none" href="${view.paint.toDataURL("image/png")}"/>`;
  }

  const size = short(view.diameter / 2);
  const hex = channels => `#${channels.map(channel => Math.round(channel).toString(16).padStart(2, "0")).join("")}`;
  const shapes = inside.map(({ row, at: [x, y] }) => {
    const [red, green, blue, solid] = view.tints.subarray(4 * row, (4 * row) + 4);
    const rim = edgeOf([red, green, blue], view);
    return `<path transform="translate(${short(x)} ${short(y)})scale(${size})" d="${sheet.shapes[view.shapes[row]]}" fill="${hex([red, green, blue])}" stroke="${hex(rim)}" opacity="${short(solid / 255)}"/>`;
  });
  return `<g class="points" stroke-width="0.25">\n${shapes.join("\n")}\n</g>`;
}

// The edge of points on the screen, as scatter.js has its graphics card work it out.
function edgeOf(body, { isDark, reach }) {
  const light = body.map(channel => ((channel + (((isDark ? 255 : 0) - channel) * 0.26)) / 255) ** 2.2);
  const own = (0.2126 * light[0]) + (0.7152 * light[1]) + (0.0722 * light[2]);
  const further = isDark ? channel => channel + ((1 - channel) * Math.max(reach - own, 0) / (1 - own + 0.001)) : channel => channel * Math.min(1, reach / Math.max(own, 0.001));
  return light.map(channel => 255 * (further(channel) ** (1 / 2.2)));
}

function outline(view) {
  return view.outline?.length > 1
    ? `<polygon points="${view.outline.map(([x, y]) => `${short(x)},${short(y)}`).join(" ")}" fill="${view.accent}" fill-opacity="0.08" stroke="${view.accent}" stroke-width="1.5" stroke-dasharray="5 4"/>`
    : "";
}

function found(view) {
  return view.found
    ? `<circle cx="${short(view.found[0])}" cy="${short(view.found[1])}" r="${short((view.diameter / 2) + 6)}" fill="none" stroke="${view.accent}" stroke-width="3"/>`
    : "";
}

const short = value => String(Math.round(value * 100) / 100);

const safe = text => text.replace(/[&<>"']/g, letter => `&#${letter.charCodeAt(0)};`);
