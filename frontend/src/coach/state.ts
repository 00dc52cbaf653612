/** All that the coach knows; plain values, so that what follows from them can be tested without a camera. */

import type { Kind } from "./pose.ts";
import type { Cue, Reading, SeenCode } from "./reading.ts";
import { NO_SWINGS, type Swings } from "./swings.ts";
import type { Task } from "./task.ts";

export type Camera = "off" | "asking" | "loading" | "on";

/** Why there is no camera: refused, none there, used by another program or pulled out, could not be loaded, too slow. */
export type Trouble = "refused" | "no-camera" | "taken" | "failed" | "slow";

/** Why the clock leads although the camera is on. `slow`: what is done is seen, and was waited for long enough. */
export type ByClock = "not-placed" | "lost" | "not-counted" | "slow";

export interface Watch {
  readonly camera: Camera;
  readonly trouble: Trouble | null;
  readonly troubleAt: number;
  readonly model: Kind;
  readonly task: Task | null;
  /** Since when the task is the present one; moments are milliseconds of one clock. */
  readonly since: number;
  readonly seen: SeenCode | null;
  /** Since when it is seen as it is. */
  readonly seenSince: number;
  /** What the last picture showed, which may be a flicker. */
  readonly glimpse: SeenCode | null;
  readonly glimpseSince: number;
  /** Landmarks that would have to be seen. */
  readonly missing: readonly string[];
  readonly isPlaced: boolean;
  /** Repetitions of this exercise and side before this set, and in it. */
  readonly before: number;
  readonly counted: number;
  readonly countedAt: number;
  /** Milliseconds that each counted repetition of this exercise and side took. */
  readonly took: readonly number[];
  /** What goes to and fro since then, and is not counted. */
  readonly swings: Swings;
  readonly holding: boolean;
  readonly held: number;
  readonly byClock: ByClock | null;
  readonly cue: Cue | null;
  /** When it was first given, and when it last was so. */
  readonly cueFrom: number;
  readonly cueAt: number;
  readonly praisedAt: number | null;
  /** What would help to be seen in the next set: said between sets, and not while somebody moves. */
  readonly advice: Advice | null;
  readonly isDark: boolean;
  /** Nobody looks at this page now. */
  readonly isAway: boolean;
  /** The camera rests, or is on its way back, for which the device may ask the person anew. */
  readonly isAsleep: boolean;
}

export type Advice = Pick<Watch, "seen" | "missing">;

export const AT_REST: Watch = {
  camera: "off",
  trouble: null,
  troubleAt: 0,
  model: "full",
  task: null,
  since: 0,
  seen: null,
  seenSince: 0,
  glimpse: null,
  glimpseSince: 0,
  missing: [],
  isPlaced: false,
  before: 0,
  counted: 0,
  countedAt: 0,
  took: [],
  swings: NO_SWINGS,
  holding: false,
  held: 0,
  byClock: null,
  cue: null,
  cueFrom: 0,
  cueAt: 0,
  praisedAt: null,
  advice: null,
  isDark: false,
  isAway: false,
  isAsleep: false,
};

export type WatchEvent =
  | { readonly kind: "ask" }
  | { readonly kind: "granted" }
  | { readonly kind: "loaded" }
  | { readonly kind: "trouble"; readonly trouble: Trouble }
  | { readonly kind: "off" }
  | { readonly kind: "lite" }
  | { readonly kind: "task"; readonly task: Task | null }
  | { readonly kind: "reading"; readonly reading: Reading }
  | { readonly kind: "light"; readonly mean: number }
  | { readonly kind: "away"; readonly on: boolean }
  | { readonly kind: "asleep"; readonly on: boolean }
  /** What the exercise is held against could not be had. */
  | { readonly kind: "unknown" }
  /** It was waited long enough for what is seen of this set. */
  | { readonly kind: "waited-out" }
  /** The camera is on, and gives no pictures. */
  | { readonly kind: "blind" }
  /** The person paused: nobody is waited for. */
  | { readonly kind: "still" }
  | { readonly kind: "time" };
