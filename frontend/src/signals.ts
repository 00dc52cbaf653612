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

export const FORGOTTEN = "unbend:forgotten";

const CHANNEL = "unbend-forgotten";

/** Somebody left this device: the other pages of the browser show nothing of theirs any more. */
export function tellForgotten(): void {
  if (!("BroadcastChannel" in window)) return;
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
}

/** First whatever of the page keeps things is told to stop, then the page is asked of the server anew. */
export function reloadWhenForgotten(): void {
  if (!("BroadcastChannel" in window)) return;
  new BroadcastChannel(CHANNEL).addEventListener("message", () => {
    window.dispatchEvent(new Event(FORGOTTEN));
    location.reload();
  });
}
