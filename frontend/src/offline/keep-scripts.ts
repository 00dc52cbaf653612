/** Brings today's workouts to this device while there is a connection, so that the player opens without one. */

import { figureUrls } from "../player/fetch-script.ts";
import type { Script } from "../script.ts";
import type { Storage } from "../storage/kept.ts";
import type { KeyValue } from "../storage/simple.ts";
import { dateOf, type Clock } from "./clock.ts";

/** A script that the page offers; `mark` changes whenever the script might be another one than before. */
export interface Offered {
  readonly url: string;
  readonly mark: string;
}

export interface Shelf {
  readonly storage: Storage;
  readonly values: KeyValue;
  readonly clock: Clock;
  readonly fetch: (url: string) => Promise<Response>;
  /** Resolves when the page has nothing else to do. */
  readonly idle: () => Promise<void>;
  readonly keepPictures: (urls: readonly string[]) => Promise<void>;
}

/** What was brought at which mark: a script's id, or null where the server had none. */
type Brought = Readonly<Record<string, { readonly mark: string; readonly id: string | null }>>;

const KEY = "unbend.brought";

/** What the elements of the page name: `<... data-keep-script="address" data-keep-mark="...">`. Who pays for each byte
 * gets the first one only. */
export function offered(page: ParentNode, isSaving: boolean): Offered[] {
  const named = [...page.querySelectorAll<HTMLElement>("[data-keep-script]")].map(({ dataset }) => ({
    url: dataset["keepScript"] ?? "",
    mark: dataset["keepMark"] ?? "",
  }));
  const own = named.filter(({ url }, index) => url !== "" && named.findIndex((one) => one.url === url) === index);
  return own.slice(0, isSaving ? 1 : own.length);
}

/** Fetches one after the other what is not here yet, then the pictures of all of them. */
export async function keepScripts(wanted: readonly Offered[], shelf: Shelf): Promise<void> {
  if (wanted.length === 0) return;
  let brought: Brought = {};
  const known = read(shelf.values);
  for (const one of wanted) {
    const held = await isHere(one, known, shelf.storage);
    const found = held ? known[one.url] : await bring(one, shelf);
    if (found !== undefined && found !== null) brought = { ...brought, [one.url]: found };
  }
  shelf.values.setItem(KEY, JSON.stringify(brought));
  const ids = new Set(Object.values(brought).map(({ id }) => id));
  const scripts = (await shelf.storage.scripts()).filter(({ id }) => ids.has(id));
  if (scripts.length > 0) await shelf.keepPictures(figureUrls(scripts));
}

async function isHere({ url, mark }: Offered, known: Brought, storage: Storage): Promise<boolean> {
  const before = known[url];
  if (mark === "" || before?.mark !== mark) return false;
  return before.id === null || (await storage.scripts()).some(({ id }) => id === before.id);
}

/** Null where nobody answered as the site does: then it is tried again by the next page. */
async function bring({ url, mark }: Offered, { storage, clock, fetch, idle }: Shelf): Promise<Brought[string] | null> {
  await idle();
  try {
    const asked = Date.now();
    const response = await fetch(url);
    clock.learn(dateOf(response), asked, Date.now());
    const isJson = (response.headers.get("Content-Type") ?? "").includes("json");
    if (response.status === 409 && isJson) return { mark, id: null };
    if (!response.ok || !isJson) return null;
    const script = (await response.json()) as Script;
    await storage.keepScripts([script], Date.now());
    return { mark, id: script.id };
  } catch {
    return null;
  }
}

/** Forgets what was brought, with the ids of the scripts. */
export function forgetBrought(values: KeyValue): void {
  values.removeItem(KEY);
}

function read(values: KeyValue): Brought {
  try {
    return JSON.parse(values.getItem(KEY) ?? "{}") as Brought;
  } catch {
    return {};
  }
}
