// Copies the text of a field. Browsers give the clipboard to pages over HTTPS only, and to scripts only while they answer a click: so a listener in the
// page, and the old way where the new one is not there.
export function attach(button, field, status) {
  button.addEventListener("click", async () => {
    const done = await copy(field);
    status.textContent = "";
    status.textContent = done ? button.dataset.done : button.dataset.failed;
  });
}

async function copy(field) {
  field.focus();
  field.select();
  if (window.isSecureContext && navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(field.value);
      return true;
    } catch {
      // Refused by the browser or its owner: the old way may still do.
    }
  }

  return document.execCommand("copy");
}
