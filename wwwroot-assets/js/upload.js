// Sends sales files over plain HTTP, one request per file, and reports progress to the page.
const REPORT_EVERY_MS = 150;
const sending = new WeakMap();

export function attach(zone, page, lost) {
  const input = zone.querySelector("input[type=file]");
  const start = files => send(zone, page, [...files], lost);
  input.addEventListener("change", () => {
    start(input.files);
    input.value = "";
  });
  for (const kind of ["dragenter", "dragover"]) {
    zone.addEventListener(kind, event => {
      event.preventDefault();
      zone.classList.add("over");
    });
  }
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", event => {
    event.preventDefault();
    zone.classList.remove("over");
    start(event.dataTransfer.files);
  });
  zone.dataset.ready = "true";
}

export function cancel(zone) {
  const state = sending.get(zone);
  if (state) {
    state.cancelled = true;
    state.request?.abort();
  }
}

async function send(zone, page, files, lost) {
  if (files.length === 0 || sending.has(zone)) {
    return;
  }

  const state = { cancelled: false, request: null };
  sending.set(zone, state);
  const jobs = [];
  for (const file of files) {
    if (state.cancelled) {
      break;
    }

    const answer = await sendOne(state, page, file);
    if (answer.jobs) {
      jobs.push(...answer.jobs.map(job => job.id));
    } else if (!state.cancelled) {
      await page.invokeMethodAsync("Refused", file.name, answer.reason || lost);
    }
  }

  sending.delete(zone);
  await page.invokeMethodAsync("Ended", jobs);
}

async function sendOne(state, page, file) {
  let token;
  try {
    const response = await fetch("/api/uploads/token", { credentials: "same-origin", cache: "no-store" });
    if (!response.ok) {
      return {};
    }

    token = await response.text();
  } catch {
    return {};
  }

  await page.invokeMethodAsync("Progress", file.name, 0, file.size);
  const body = new FormData();
  body.append("file", file, file.name);
  const request = new XMLHttpRequest();
  state.request = request;
  return new Promise(resolve => {
    let reported = 0;
    request.upload.onprogress = event => {
      const now = performance.now();
      if (now - reported > REPORT_EVERY_MS || event.loaded === event.total) {
        reported = now;
        page.invokeMethodAsync("Progress", file.name, Math.min(event.loaded, file.size), file.size);
      }
    };
    request.onload = () => resolve(request.status === 200
      ? { jobs: JSON.parse(request.responseText) }
      : { reason: (request.getResponseHeader("content-type") || "").startsWith("text/plain") ? request.responseText : "" });
    request.onerror = () => resolve({});
    request.onabort = () => resolve({});
    request.open("POST", "/api/uploads");
    request.setRequestHeader("RequestVerificationToken", token);
    request.send(body);
  });
}
