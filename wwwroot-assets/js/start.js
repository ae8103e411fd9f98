// Lets a page connect once its charts are drawn. A connection costs the site as much work as drawing costs the browser: at the same time, both would compete
// for processors, and the page would become readable later in order to become clickable.

const LONGEST_WAIT_MS = 1000;
const drawn = new Promise(resolve => document.addEventListener("charts-drawn", resolve, { once: true }));
const waited = new Promise(resolve => setTimeout(resolve, LONGEST_WAIT_MS));

// Until a page is connected, its links load whole pages. Enhanced navigation would change the elements that the connection is about to take over.
Promise.race([drawn, waited]).then(() => Blazor.start({ ssr: { disableDomPreservation: true } }));

/**
 * Goes to the window's address if it is no longer the one that the page connected with, because a Back or Forward pressed
 * meanwhile is not reported again.
 */
export function follow(connected) {
  if (location.href !== connected) {
    Blazor.navigateTo(location.href, { replaceHistoryEntry: true });
  }
}
