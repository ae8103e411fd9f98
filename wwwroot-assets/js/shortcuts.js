// Listens for the shortcuts of the catalogue, except while the user is typing, and opens and closes the dialogs of the shell.
const SECOND_KEY_WITHIN_MS = 1200;
const FIELDS = "input, textarea, select, [contenteditable]:not([contenteditable=false])";

export function listen(entries, page) {
  const actOf = new Map(entries.map(entry => [entry.keys, entry]));
  const firstKeys = new Set(entries.filter(entry => entry.keys.includes(" ")).map(entry => entry.keys.split(" ")[0]));
  let first = "";
  let firstAt = 0;

  const press = event => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      open("search");
      return;
    }

    if (event.key === "Escape") {
      // In a search field, the first Escape would only clear the text.
      close();
      closeMenus(null);
      return;
    }

    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat || document.querySelector("dialog[open]") || event.target.closest?.(FIELDS)) {
      return;
    }

    const keys = performance.now() - firstAt < SECOND_KEY_WITHIN_MS && first ? `${first} ${event.key}` : event.key;
    const entry = actOf.get(keys);
    first = !entry && firstKeys.has(event.key) ? event.key : "";
    firstAt = performance.now();
    if (entry?.act === "Follow") {
      follow(event, entry.keys);
    } else if (entry) {
      event.preventDefault();
      act(entry);
    }
  };

  // Arrows belong to whatever has the focus and moves by them: a table that scrolls, a chart, a map. A heading that was focused on arrival does not.
  const follow = (event, key) => {
    const link = document.querySelector(`a[data-key="${key}"]`);
    if (link && (key === "x" || !event.target.closest?.("[tabindex='0'], canvas, svg, summary, [role=menu], [role=tablist]"))) {
      event.preventDefault();
      link.click();
    }
  };

  const act = entry => {
    switch (entry.act) {
      case "Go": window.Blazor.navigateTo(entry.address); break;
      case "Search": open("search"); break;
      case "Sheet": open("shortcuts"); break;
      case "Theme": page.invokeMethodAsync("ToggleThemeAsync"); break;
    }
  };

  const click = event => {
    const opener = event.target.closest?.("[data-opens]");
    if (opener) {
      open(opener.dataset.opens);
    } else if (event.target.matches?.("dialog.palette")) {
      event.target.close(); // A click outside the dialog: the backdrop counts as the dialog itself.
    }

    closeMenus(event.target);
  };

  document.addEventListener("keydown", press);
  document.addEventListener("click", click);
  document.documentElement.dataset.keys = "ready";
  return {
    stop() {
      document.removeEventListener("keydown", press);
      document.removeEventListener("click", click);
    },
  };
}

export function close() {
  document.querySelectorAll("dialog.palette[open]").forEach(dialog => dialog.close());
}

function open(id) {
  const dialog = document.getElementById(id);
  if (dialog && !dialog.open) {
    close();
    dialog.showModal();
    dialog.querySelector("input")?.select();
  }
}

// Menus made of <details> close like any menu: on a click elsewhere, on a choice, on Escape.
function closeMenus(target) {
  for (const menu of document.querySelectorAll("details[data-closes][open]")) {
    if (!target || !menu.contains(target) || target.closest("a")) {
      menu.open = false;
    }
  }
}
