// Lets a page connect once its charts stand. The site answers a connection with as much work as a drawing takes: at once, both would share
// processors, and what can be read would come later for what can be clicked.

const LONGEST_WAIT_MS = 1000;
const drawn = new Promise(resolve => document.addEventListener("charts-drawn", resolve, { once: true }));
const waited = new Promise(resolve => setTimeout(resolve, LONGEST_WAIT_MS));

Promise.race([drawn, waited]).then(() => Blazor.start());
