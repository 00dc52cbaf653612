/** Opens the best storage that this browser grants. */

import { NewerStorage } from "./database.ts";
import { IndexedStorage } from "./indexed.ts";
import type { Storage } from "./kept.ts";
import { keyValue, SimpleStorage } from "./simple.ts";

let opened: Promise<Storage> | null = null;

/** One storage for the whole page. Rejects with `NewerStorage` when a newer version of the app has been here. */
export function storage(): Promise<Storage> {
  opened ??= open();
  return opened;
}

async function open(): Promise<Storage> {
  try {
    return await IndexedStorage.open();
  } catch (problem) {
    if (problem instanceof NewerStorage) throw problem;
    return new SimpleStorage(keyValue());
  }
}
