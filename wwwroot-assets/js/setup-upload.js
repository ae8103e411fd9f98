// Sends the set-up's file with a progress bar; without this module the form is posted normally.
const UNITS = ["B", "KB", "MB", "GB"];
const form = document.querySelector("form[data-setup-upload]");
const part = name => form.querySelector(`[data-${name}]`);

function size(bytes) {
  const step = Math.min(UNITS.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10));
  const number = new Intl.NumberFormat(document.documentElement.lang, { minimumFractionDigits: step && 1, maximumFractionDigits: step && 1 });
  return `${number.format(bytes / 1024 ** step)} ${UNITS[step]}`;
}

function show(isSending, refusal) {
  part("progress").hidden = part("cancel").hidden = !isSending;
  part("send").hidden = isSending;
  part("refused").hidden = !refusal;
  part("refused").textContent = refusal;
}

form.addEventListener("submit", event => {
  event.preventDefault();
  const file = form.elements.file.files[0];
  const bar = form.querySelector("progress");
  const request = new XMLHttpRequest();
  request.upload.onprogress = ({ loaded, total }) => {
    bar.value = loaded / total;
    part("sent").textContent = `${size(Math.min(loaded, file.size))} / ${size(file.size)}`;
  };
  // The file is sent but not loaded yet: the server is still reading it and cannot report progress before it responds.
  request.upload.onload = () => {
    bar.removeAttribute("value");
    part("cancel").hidden = true;
    part("said").textContent = form.dataset.reading;
    part("sent").textContent = "";
  };
  request.onload = () => request.status === 200 ? location.assign(request.responseText) : show(false, form.dataset.lost);
  request.onerror = () => show(false, form.dataset.lost);
  request.onabort = () => show(false, "");
  part("cancel").onclick = () => request.abort();
  part("said").textContent = file.name;
  show(true, "");
  request.open("POST", form.action);
  request.setRequestHeader("Accept", "text/plain");
  request.send(new FormData(form));
});
form.dataset.ready = "true";
