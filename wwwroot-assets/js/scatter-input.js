// What fingers, mouse, wheel and keys do to a map of points.
import { outlineOf, under } from "./scatter-view.js";

// `act` is what the map does: { drawOver, hover, move, reset, schedule, setCard, zoomAt }.
export function listen(map, act) {
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
        act.hover(map);
      });
      return;
    }

    const [before] = [map.pointers.get(event.pointerId)];
    if (map.pointers.size === 2) {
      const [other] = [...map.pointers].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
      const spread = at => Math.hypot(at[0] - other[0], at[1] - other[1]);
      act.zoomAt(map, spread(now) / Math.max(spread(before), 1), ((now[0] + other[0]) / 2) - (map.wide / 2), (map.high / 2) - ((now[1] + other[1]) / 2));
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
      act.drawOver(map);
    } else {
      act.move(map);
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
    act.schedule(map);
  });
  over.addEventListener("pointercancel", event => {
    map.pointers.delete(event.pointerId);
    map.path = map.drawing = null;
    act.schedule(map);
  });
  over.addEventListener("pointerleave", () => {
    map.pointer = null;
    act.setCard(map, -1);
  });
  over.addEventListener("wheel", event => {
    // A page that scrolls stays scrollable: the wheel zooms once the map is in use, or with the control key.
    if (map.points && (event.ctrlKey || event.metaKey || document.activeElement === over)) {
      event.preventDefault();
      const [x, y] = place(event);
      act.zoomAt(map, Math.exp(-Math.max(Math.min(event.deltaY, 120), -120) * 0.0022), x - (map.wide / 2), (map.high / 2) - y);
    }
  }, { passive: false });
  over.addEventListener("dblclick", event => {
    const [x, y] = place(event);
    act.zoomAt(map, 1.8, x - (map.wide / 2), (map.high / 2) - y);
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
      act.zoomAt(map, 1.3, 0, 0);
    } else if (event.key === "-") {
      act.zoomAt(map, 1 / 1.3, 0, 0);
    } else if (event.key === "0") {
      act.reset(map.host);
    } else if (event.key === "Escape") {
      map.path = map.drawing = null;
    } else {
      return;
    }

    event.preventDefault();
    act.move(map);
  });
}
