/** What a page says to the service worker. */

export type Message =
  | { readonly type: "keep"; readonly urls: readonly string[] }
  | { readonly type: "activate" }
  | { readonly type: "forget" };

export async function tellWorker(message: Message): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const registration = await navigator.serviceWorker.ready;
  registration.active?.postMessage(message);
}

/** Asks for these pictures to be there without a network. */
export function keepOffline(urls: readonly string[]): Promise<void> {
  return tellWorker({ type: "keep", urls: urls.map((url) => new URL(url, location.href).href) });
}
