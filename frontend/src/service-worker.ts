/// <reference lib="webworker" />
/**
 * Makes the player and the offline page open without a network. It keeps no answer of the API and no page with health
 * data but the workout's own, which holds words and addresses only.
 *
 * Its address says where things are: `service-worker.js?built=...&player=...&offline=...`, relative to itself.
 */

import type { Message } from "./offline/worker-link.ts";
import { outdated, routeOf, samePage, type Places } from "./worker/routes.ts";

declare const self: ServiceWorkerGlobalScope;
/** Put in by the build: its hash, and the files that every page may need. */
declare const BUILD: string;
declare const SHELL: readonly string[];
/** Those that are kept once somebody used them: the pose models and Python are large, and not everybody has a camera. */
declare const LATER: readonly string[];

const SHELL_CACHE = `unbend-shell-${BUILD}`;
const FIGURE_CACHE = "unbend-figures";
const LATER_CACHE = "unbend-later";
const LASTING: readonly string[] = [SHELL_CACHE, FIGURE_CACHE, LATER_CACHE];
/** The player opens from this device when the network is slow; other pages are not here, and are waited for. */
const PATIENCE = 5_000;
const LONG_PATIENCE = 30_000;

const here = new URL(self.location.href);
const told = (name: string, otherwise: string) => new URL(here.searchParams.get(name) ?? otherwise, here).href;
const places: Places = { scope: new URL(".", here).href, built: told("built", "static/built/"), later: LATER };
const playerPage = told("player", "workout/");
const coachPage = new URL("coach/", playerPage).href;
const offlinePage = told("offline", "offline/");

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => event.waitUntil(onMessage(event.data as Message)));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  switch (routeOf(request, places)) {
    case "asset":
      return event.respondWith(cacheFirst(request, SHELL_CACHE));
    case "later":
      return event.respondWith(cacheFirst(request, LATER_CACHE));
    case "figure":
      return event.respondWith(cacheFirst(request, FIGURE_CACHE));
    case "page":
      return event.respondWith(networkFirst(request));
    case "pass":
      return undefined;
  }
});

/** The files must all be there; the pages may be missing, as when nobody is signed in yet. */
async function install(): Promise<void> {
  const cache = await caches.open(SHELL_CACHE);
  await cache.addAll(SHELL.map((file) => new URL(file, places.built).href));
  await Promise.all([offlinePage, playerPage].map((page) => keepPage(cache, page).catch(() => undefined)));
}

/** A page that is not the one asked for, like a sign-in in its place, is not kept. */
async function keepPage(cache: Cache, page: string): Promise<void> {
  const response = await fetch(page, { credentials: "same-origin", cache: "no-cache" });
  if (response.ok && !response.redirected) await cache.put(page, response);
}

async function activate(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("unbend-") && !LASTING.includes(name));
  await Promise.all(old.map((name) => caches.delete(name)));
  await dropOutdated();
  await self.clients.claim();
}

/** What did not change with a new version stays, so that it need not be loaded again. */
async function dropOutdated(): Promise<void> {
  const cache = await caches.open(LATER_CACHE);
  const gone = (await cache.keys()).filter((request) => routeOf(request, places) !== "later");
  await Promise.all(gone.map((request) => cache.delete(request)));
}

async function onMessage(message: Message): Promise<void> {
  switch (message.type) {
    case "keep":
      return keepFigures(message.urls);
    case "activate":
      return self.skipWaiting();
    case "forget":
      return forget();
  }
}

async function keepFigures(urls: readonly string[]): Promise<void> {
  const cache = await caches.open(FIGURE_CACHE);
  const own = urls.filter((url) => routeOf({ method: "GET", mode: "cors", url }, places) === "figure");
  const kept = (await cache.keys()).map(({ url }) => url);
  await Promise.all(outdated(kept, own).map((url) => cache.delete(url)));
  const missing = own.filter((url) => !kept.includes(url));
  await Promise.all(
    missing.map((url) => cache.add(new Request(url, { credentials: "same-origin" })).catch(() => undefined)),
  );
  const shell = await caches.open(SHELL_CACHE);
  if ((await shell.match(playerPage)) === undefined) await keepPage(shell, playerPage).catch(() => undefined);
}

/** After a sign-out or an erasure nothing of a person stays: figures tell which exercises they had. */
async function forget(): Promise<void> {
  await caches.delete(FIGURE_CACHE);
  const cache = await caches.open(SHELL_CACHE);
  await Promise.all([playerPage, coachPage].map((page) => cache.delete(page)));
}

async function cacheFirst(request: Request, name: string): Promise<Response> {
  const cache = await caches.open(name);
  const kept = await cache.match(request);
  if (kept !== undefined) return kept;
  const response = await fetch(request);
  // A full device is no reason to refuse what the network has just given.
  if (response.ok) await cache.put(request, response.clone()).catch(() => undefined);
  return response;
}

/** The workout's page; without the camera, where the one with it was never opened here. */
async function networkFirst(request: Request): Promise<Response> {
  const page = [playerPage, coachPage].find((one) => samePage(request.url, one));
  const cache = await caches.open(SHELL_CACHE);
  try {
    const response = await inTime(fetch(request), page === undefined ? LONG_PATIENCE : PATIENCE);
    if (page !== undefined && response.ok && !response.redirected) await cache.put(page, response.clone());
    return response;
  } catch {
    const own = page === undefined ? undefined : ((await cache.match(page)) ?? (await cache.match(playerPage)));
    return own ?? (await cache.match(offlinePage)) ?? Response.error();
  }
}

function inTime(response: Promise<Response>, patience: number): Promise<Response> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("no answer in time")), patience);
    response.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
