/** What an origin or browser withholds, said in words before a workout starts. */

import type { Storage } from "../storage/kept.ts";
import { MemoryKeyValue, SimpleStorage } from "../storage/simple.ts";
import type { Script } from "../script.ts";
import type { PlayerWords } from "../words.ts";
import { canBeWatched } from "./coaching.ts";

export function missingHere(words: PlayerWords, mayStayAwake: boolean, storage: Storage, script: Script): string[] {
  const passing = storage instanceof SimpleStorage && storage.values instanceof MemoryKeyValue;
  return [
    ...("serviceWorker" in navigator ? [] : [words("missing-offline")]),
    ...(mayStayAwake ? [] : [words("missing-awake")]),
    ...(canBeWatched(script) && !window.isSecureContext ? [words("missing-camera")] : []),
    ...(passing ? [words("missing-storage")] : []),
  ];
}
