/** What the camera saw of an exercise, beside what the clock knows of it. */

import type { Item } from "../script.ts";
import { withAttempts } from "./advance.ts";
import type { Event } from "./events.ts";
import { plannedRepetitions } from "./led.ts";
import { UNTRIED, type Attempt, type Attempts, type State } from "./state.ts";

/** More repetitions than this are not done in one workout. */
export const MOST_REPETITIONS = 500;

export function isCount(count: number): boolean {
  return Number.isInteger(count) && count >= 0 && count <= MOST_REPETITIONS;
}

/** The person wants the camera, or wants it no more; where the page was left for that, it goes on where it was. */
export function withWish(state: State, camera: boolean): State {
  return { ...state, camera };
}

/** What was seen comes a moment later than it was done: by then another exercise, or the end, may be on the screen. */
export function withSeen(state: State, { item, attempt, seen }: Extract<Event, { kind: "seen" }>): State {
  const tried = state.items[item]?.[attempt];
  if (tried === undefined || state.screen === "done" || state.screen === "help") return state;
  const [first = UNTRIED, ...rest] = (state.items[item] ?? []).map((one, index) => (index === attempt ? { ...one, seen } : one));
  const attempts: Attempts = [first, ...rest];
  return withAttempts(state, item, attempts);
}

/** How many repetitions it was: as the person says, else as the camera counted; null where nobody counted. */
export function repetitionsDone({ seen, repetitions }: Attempt): number | null {
  return repetitions ?? seen?.repetitions ?? null;
}

/** Segments gone through: all of them, once as many repetitions were done as were asked for. */
export function passedOf(item: Item, attempt: Attempt): number {
  const planned = plannedRepetitions(item);
  const done = repetitionsDone(attempt);
  return planned > 0 && done !== null && done >= planned ? item.segments.length : attempt.passed;
}
