/** A menu that is a `details`: it closes on a tap beside it, on Escape, and when the focus goes elsewhere. */

export function startMenus(page: ParentNode = document): void {
  for (const menu of page.querySelectorAll<HTMLDetailsElement>("details[data-menu]:not([data-ready])")) {
    menu.dataset["ready"] = "yes";
    menu.addEventListener("toggle", () => menu.open && closeLater(menu));
  }
}

/** Listens for as long as the menu is open. */
function closeLater(menu: HTMLDetailsElement): void {
  const listening = new AbortController();
  const options = { signal: listening.signal };
  const isOutside = (target: EventTarget | null) => !(target instanceof Node && menu.contains(target));
  menu.addEventListener("toggle", () => !menu.open && listening.abort(), options);
  document.addEventListener("pointerdown", ({ target }) => isOutside(target) && closeByTap(menu), options);
  menu.addEventListener(
    "focusout",
    ({ relatedTarget }) => relatedTarget !== null && isOutside(relatedTarget) && close(menu),
    options,
  );
  document.addEventListener(
    "keydown",
    (press) => {
      if (press.key !== "Escape") return;
      press.preventDefault();
      close(menu);
      menu.querySelector("summary")?.focus();
    },
    options,
  );
}

function close(menu: HTMLDetailsElement): void {
  menu.open = false;
}

/** The focus goes to what was tapped; if that takes none, back to where the menu was opened. */
function closeByTap(menu: HTMLDetailsElement): void {
  const wasInside = menu.contains(document.activeElement);
  close(menu);
  if (!wasInside) return;
  const takeBack = ({ target }: MouseEvent) => {
    const takesFocus = target instanceof Element && target.closest("a, button, input, select, textarea, summary, label");
    if (!takesFocus) menu.querySelector("summary")?.focus({ preventScroll: true });
  };
  document.addEventListener("click", takeBack, { once: true });
}
