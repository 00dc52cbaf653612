/** What an origin or browser withholds, said in words before a workout starts. */

import type { Storage } from "../storage/kept.ts";
import { MemoryKeyValue, SimpleStorage } from "../storage/simple.ts";
import type { PlayerWords } from "../words.ts";

export function missingHere(words: PlayerWords, mayStayAwake: boolean, storage: Storage): string[] {
  const passing = storage instanceof SimpleStorage && storage.values instanceof MemoryKeyValue;
  return [
    ...("serviceWorker" in navigator ? [] : [words("missing-offline")]),
    ...(mayStayAwake ? [] : [words("missing-awake")]),
    ...(passing ? [words("missing-storage")] : []),
  ];
}
