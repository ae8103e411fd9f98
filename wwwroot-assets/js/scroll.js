// Back and Forward return to the scroll position of a page. The browser tries that at once, when the page is still loading and
// too short to be scrolled; here it is done when the page is as long as it was.

const LONGEST_WAIT_MS = 4000;
const STILL_MS = 250;
const STORE = "scroll-places";
const LARGEST_STORE = 100;

const places = new Map(JSON.parse(sessionStorage.getItem(STORE) ?? "[]"));
let restoring = null;

// The circuit numbers the history entries, because the same address may occur twice.
const entry = () => `${history.state?._index ?? 0} ${location.pathname}${location.search}`;

history.scrollRestoration = "manual";
document.addEventListener("scroll", remember, { passive: true });
window.addEventListener("popstate", restore);
window.addEventListener("pagehide", () => sessionStorage.setItem(STORE, JSON.stringify([...places].slice(-LARGEST_STORE))));

// If the reader scrolls meanwhile, their position wins.
for (const act of ["wheel", "touchstart", "pointerdown", "keydown"]) {
  window.addEventListener(act, () => restoring = null, { passive: true, capture: true });
}

const [arrival] = performance.getEntriesByType("navigation");
if (arrival?.type === "reload" || arrival?.type === "back_forward") {
  restore();
}

function remember() {
  if (!restoring) {
    const key = entry();
    places.delete(key);
    places.set(key, Math.round(window.scrollY));
  }
}

function restore() {
  const place = places.get(entry()) ?? 0;
  const mine = restoring = { until: performance.now() + LONGEST_WAIT_MS, there: 0 };
  const step = () => {
    if (restoring !== mine) {
      return;
    }

    const now = performance.now();
    if (Math.abs(window.scrollY - place) > 1) {
      window.scrollTo({ top: place, behavior: "instant" });
      mine.there = 0;
    } else {
      mine.there ||= now;
    }

    // Repeated until the position is stable for a while, because later drawing or focus may move it again.
    const stays = mine.there > 0 && now - mine.there > STILL_MS && !document.querySelector("[data-testid=loading]");
    if (stays || now > mine.until) {
      restoring = null;
      remember();
    } else {
      requestAnimationFrame(step);
    }
  };
  requestAnimationFrame(step);
}
