/** What every page loads: htmx within the content security policy, the outbox, the service worker, small islands. */

import htmx from "htmx.org";
import { csrfToken, readAddresses } from "./addresses.ts";
import { startMenus } from "./islands/menu.ts";
import { startOfTheBrowser } from "./islands/of-the-browser.ts";
import { startSteppers } from "./islands/stepper.ts";
import { startStopwatches } from "./islands/stopwatch.ts";
import { forgetIfAsked } from "./offline/forget.ts";
import { deviceClock } from "./offline/clock.ts";
import { keepScripts, offered } from "./offline/keep-scripts.ts";
import { startOutbox } from "./offline/outbox.ts";
import { registerWorker } from "./offline/updates.ts";
import { keepOffline } from "./offline/worker-link.ts";
import type { Storage } from "./storage/kept.ts";
import { keyValue } from "./storage/simple.ts";
import { reloadWhenForgotten } from "./signals.ts";
import { storage } from "./storage/open.ts";
import { NewerStorage } from "./storage/database.ts";
import { idle, make } from "./dom.ts";
import { readWords, type PageWord } from "./words.ts";

const words = readWords<PageWord>("page");

// Nothing is evaluated, nothing is styled inline, and no page of a person is kept in the browser's history store.
Object.assign(htmx.config, {
  allowEval: false,
  allowScriptTags: false,
  includeIndicatorStyles: false,
  selfRequestsOnly: true,
  historyCacheSize: 0,
  refreshOnHistoryMiss: true,
});
document.addEventListener("htmx:configRequest", (event) => {
  const { headers, verb } = (event as CustomEvent<{ headers: Record<string, string>; verb: string }>).detail;
  if (verb !== "get") headers["X-CSRFToken"] = csrfToken();
});
document.addEventListener("htmx:load", (event) => startIslands(event.target as HTMLElement));

function startIslands(page: ParentNode): void {
  startMenus(page);
  startSteppers(page);
  startOfTheBrowser(page);
  startStopwatches(words, page);
}

/** The player brings this along, and a page may name it too: it starts once. */
async function start(): Promise<void> {
  if (document.documentElement.hasAttribute("data-started")) return;
  document.documentElement.toggleAttribute("data-started", true);
  startIslands(document);
  const addresses = readAddresses();
  const host =
    document.getElementById("outbox") ??
    document.body.insertBefore(
      make("div", { id: "outbox", class: "outbox", role: "status" }),
      document.body.firstChild,
    );
  const notes = host.parentElement ?? document.body;
  try {
    const kept = await storage();
    // A page that forgets tells the others, and is told by none: two of them would reload each other for ever.
    if (!(await forgetIfAsked(kept))) reloadWhenForgotten();
    if (addresses.entries !== null)
      startOutbox({ storage: kept, entries: addresses.entries, signIn: addresses.signIn, host, words, person: addresses.person });
    await loaded();
    void registerWorker(addresses, notes, words).catch(() => undefined);
    await keepOffered(kept);
  } catch (problem) {
    if (!(problem instanceof NewerStorage)) throw problem;
    host.replaceChildren(make("p", { text: words("reload-for-new") }));
  }
}

/** What is for later waits until all of the page is there. */
async function loaded(): Promise<void> {
  if (document.readyState !== "complete")
    await new Promise((done) => window.addEventListener("load", done, { once: true }));
}

function keepOffered(storage: Storage): Promise<void> {
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } };
  return keepScripts(offered(document, connection?.saveData === true), {
    storage,
    values: keyValue(),
    clock: deviceClock(),
    fetch: (url) => fetch(url, { credentials: "same-origin", headers: { Accept: "application/json" } }),
    idle,
    keepPictures: keepOffline,
  });
}

void start();
