/** What parts of a page, and pages of one browser, tell each other. */

export const APPENDED = "unbend:appended";

/** New entries wait; whoever sends may send now. */
export function tellAppended(): void {
  window.dispatchEvent(new Event(APPENDED));
}

/** A workout is under way in this page: nothing may reload it. */
export function setBusy(busy: boolean): void {
  document.documentElement.toggleAttribute("data-busy", busy);
}

export function isBusy(): boolean {
  return document.documentElement.hasAttribute("data-busy");
}
