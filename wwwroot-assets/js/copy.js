// Copies the text of a field. Browsers allow the clipboard only over HTTPS, and only while a script handles a click; hence a listener in the
// page, and the old method if the new one is not available.
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
      // Refused by the browser or its user: the old method may still work.
    }
  }

  return document.execCommand("copy");
}
