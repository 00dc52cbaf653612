/** Brings today's workouts to this device while there is a connection, so that the player opens without one. */

import { figureUrls } from "../player/fetch-script.ts";
import type { Script } from "../script.ts";
import type { Storage } from "../storage/kept.ts";
import { keepOffline } from "./worker-link.ts";

/** Fetches each script that an element of the page names: `<... data-keep-script="address">`. */
export async function keepScripts(storage: Storage): Promise<void> {
  const named = [...document.querySelectorAll<HTMLElement>("[data-keep-script]")];
  const urls = [...new Set(named.map((element) => element.dataset["keepScript"] ?? ""))].filter((url) => url !== "");
  const scripts = (await Promise.all(urls.map(fetchScript))).filter((script) => script !== null);
  if (scripts.length === 0) return;
  await storage.keepScripts(scripts, Date.now());
  await keepOffline(figureUrls(scripts));
}

async function fetchScript(url: string): Promise<Script | null> {
  try {
    const response = await fetch(url, { credentials: "same-origin", headers: { Accept: "application/json" } });
    const isScript = response.ok && (response.headers.get("Content-Type") ?? "").includes("json");
    return isScript ? ((await response.json()) as Script) : null;
  } catch {
    return null;
  }
}
