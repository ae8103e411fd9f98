// The card beside a point of a map: what the page says of the one under the pointer, or of the one that was searched for.
import { screenOf } from "./scatter-view.js";

export function describeFound(map) {
  if (map.picture?.found >= 0) {
    setCard(map, map.picture.found);
  }
}

export async function setCard(map, row) {
  row = row < 0 && map.picture?.found >= 0 ? map.picture.found : row;
  map.hovered = row;
  if (map.points && map.wide) {
    map.redrawOver();
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

export function placeCard(map) {
  if (!map.card.hidden && map.hovered >= 0 && map.points) {
    const [x, y] = screenOf(map, map.hovered);
    const isOut = x < 0 || y < 0 || x > map.wide || y > map.high;
    map.card.style.visibility = isOut ? "hidden" : "visible";
    const { offsetWidth: wide, offsetHeight: high } = map.card;
    map.card.style.left = `${Math.max(6, x + 16 + wide > map.wide ? x - wide - 16 : x + 16)}px`;
    map.card.style.top = `${Math.max(6, Math.min(y + 12, map.high - high - 6))}px`;
  }
}
