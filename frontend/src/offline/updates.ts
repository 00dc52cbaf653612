/** Registers the service worker, and offers a new version without ever forcing it on a workout. */

import type { Addresses } from "../addresses.ts";
import { make } from "../dom.ts";
import { isBusy } from "../signals.ts";
import type { PageWords } from "../words.ts";

/** Where the built files are: beside this one. */
const BUILT = new URL(/* @vite-ignore */ ".", import.meta.url).href;

export async function registerWorker(addresses: Addresses, host: HTMLElement, words: PageWords): Promise<void> {
  if (!("serviceWorker" in navigator) || addresses.serviceWorker === null) return;
  const registration = await navigator.serviceWorker.register(workerUrl(addresses, addresses.serviceWorker));
  offerOnceReady(registration, host, words);
  reloadOnceReplaced();
}

function workerUrl({ workout, offline }: Addresses, serviceWorker: string): string {
  const url = new URL(serviceWorker, location.href);
  const path = (address: string) => new URL(address, location.href).pathname;
  url.searchParams.set("built", path(BUILT));
  if (workout !== null) url.searchParams.set("player", path(workout));
  if (offline !== null) url.searchParams.set("offline", path(offline));
  return url.href;
}

function offerOnceReady(registration: ServiceWorkerRegistration, host: HTMLElement, words: PageWords): void {
  const offer = () => {
    const { waiting } = registration;
    if (waiting !== null && navigator.serviceWorker.controller !== null)
      showOffer(host, words, () => waiting.postMessage({ type: "activate" }));
  };
  offer();
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", offer);
  });
}

function showOffer(host: HTMLElement, words: PageWords, take: () => void): void {
  if (host.querySelector("[data-new-version]") !== null) return;
  const reload = make("button", { class: "button button-quiet", type: "button", press: take }, words("reload"));
  host.append(
    make(
      "div",
      { class: "notice notice-info new-version", "data-new-version": true },
      make("span", { text: words("new-version") }),
      reload,
    ),
  );
}

/** The page that asked for the new version reloads; one with a workout under way never does, nor one whose worker was
 * taken away, as happens when a person erased everything. */
function reloadOnceReplaced(): void {
  let replacing = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (replacing && navigator.serviceWorker.controller !== null && !isBusy()) location.reload();
    replacing = true;
  });
}
