// Keeps the chosen theme for the next visit, and tells the browser which scheme its own controls should use.
export function remember(cookie, value, scheme) {
  document.cookie = `${cookie}=${value}; path=/; max-age=31536000; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
  document.documentElement.dataset.scheme = scheme;
}
