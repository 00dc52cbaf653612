/** Readings and tasks of the coach for tests. */

import type { Reading, SpecWords } from "../coach/reading.ts";
import { reduce } from "../coach/reduce.ts";
import { AT_REST, type Watch, type WatchEvent } from "../coach/state.ts";
import type { Task } from "../coach/task.ts";

export const WORK: Task = {
  phase: "working",
  item: 0,
  attempt: 0,
  side: "both",
  set: 1,
  by: "count",
  leads: "count",
  repetitions: 8,
  halves: false,
  farther: false,
  view: "side",
  reference: "/r.json",
};
export const PLACING: Task = { ...WORK, phase: "placing", leads: "view" };
export const HOLD: Task = { ...WORK, by: "hold", leads: "hold", repetitions: null };

export function reading(more: Partial<Reading> = {}): Reading {
  return { seen: "seen", missing: [], count: 0, side: "both", progress: 0, took: null, holding: false, hold: 0, cue: null, praise: false, ...more };
}

/** A coach with the camera on, and a clock of its own. */
export class Watched {
  now = 100_000;
  watch: Watch = AT_REST;

  constructor(task: Task | null) {
    this.hears({ kind: "task", task }).hears({ kind: "ask" }).hears({ kind: "granted" }).hears({ kind: "loaded" });
  }

  hears(event: WatchEvent): this {
    this.watch = reduce(this.watch, event, this.now);
    return this;
  }

  /** The same reading for so many seconds, ten times a second. */
  reads(more: Partial<Reading>, seconds = 0.1): this {
    for (let left = seconds; left > 0.0001; left -= 0.1) {
      this.now += 100;
      this.hears({ kind: "reading", reading: reading(more) });
    }
    return this;
  }

  /** Nothing comes for so many seconds. */
  waits(seconds: number): this {
    for (let left = seconds; left > 0; left -= 1) {
      this.now += 1000;
      this.hears({ kind: "time" });
    }
    return this;
  }
}

export const OWN: SpecWords = {
  place: "Put the phone to your side.",
  offers: [],
  faults: { "knees-fall-in": "Knees apart." },
  cues: { deeper: "Farther.", slower: "Slower.", hold: "Stay." },
  praise: ["Good."],
  seen: {
    seen: "I see you.",
    nobody: "I see nobody.",
    "step-back": "Step back.",
    "turn-to-side": "Turn.",
    "turn-to-front": "Face me.",
    "not-this-exercise": "I am waiting.",
    "too-dark": "Too dark.",
    paused: "The clock waits.",
  },
  parts: { "foot index": "your feet", heel: "your feet", nose: "your head" },
  missing: "I cannot see {parts}.",
};
