// Lets a page connect once its charts stand. The site answers a connection with as much work as a drawing takes: at once, both would share
// processors, and what can be read would come later for what can be clicked.

const LONGEST_WAIT_MS = 1000;
const drawn = new Promise(resolve => document.addEventListener("charts-drawn", resolve, { once: true }));
const waited = new Promise(resolve => setTimeout(resolve, LONGEST_WAIT_MS));

// Until a page is connected, its links load whole pages. Fetching them into this one would change what the connection is just taking over.
Promise.race([drawn, waited]).then(() => Blazor.start({ ssr: { disableDomPreservation: true } }));

/**
 * Goes to the address that the window shows, where it is no longer the one that the page connected with: whoever pressed Back or Forward
 * meanwhile is not told again.
 */
export function follow(connected) {
  if (location.href !== connected) {
    Blazor.navigateTo(location.href, { replaceHistoryEntry: true });
  }
}
