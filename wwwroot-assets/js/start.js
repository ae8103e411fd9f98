// Lets a page connect once its charts stand. The site answers a connection with as much work as a drawing takes: at once, both would share
// processors, and what can be read would come later for what can be clicked.

const LONGEST_WAIT_MS = 1000;
let hasBegun = false;

function begin() {
  if (!hasBegun) {
    hasBegun = true;
    Blazor.start();
  }
}

document.addEventListener("charts-drawn", begin);
setTimeout(begin, LONGEST_WAIT_MS);
