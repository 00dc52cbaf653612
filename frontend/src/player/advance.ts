/** Lets time pass: how far a running workout has come at a moment, however seldom somebody looked. */

import type { Script } from "../script.ts";
import { standsStill, waitsAtItsEnd } from "./led.ts";
import type { Attempt, Attempts, State } from "./state.ts";
import { attemptsOf, currentItem, currentSegment, isWork, latest, lengthOf } from "./timeline.ts";

/** A device that looked away for longer was asleep, and nobody can have followed it. */
export const ASLEEP_AFTER = 20_000;

/** The workout as it stands at `now`. */
export function advanced(script: Script, state: State, now: number): State {
  if (state.since === null) return { ...state, seen: now };
  const gap = Math.max(0, now - state.since);
  if (gap > ASLEEP_AFTER) return { ...state, since: null, paused: "asleep", seen: now };
  return spend(script, { ...state, since: now, seen: now }, gap);
}

/** The workout at the start of item `index`, or at its end when there is no such item. */
export function atItem(script: Script, state: State, index: number): State {
  if (index >= script.items.length) return finished(state);
  return { ...state, place: { item: index, segment: 0, spent: 0 }, led: null };
}

export function withLatest(state: State, item: number, change: Partial<Attempt>): State {
  const attempts = attemptsOf(state, item);
  const changed = { ...latest(attempts), ...change };
  const [first, ...rest] = attempts.slice(0, -1);
  return withAttempts(state, item, first === undefined ? [changed] : [first, ...rest, changed]);
}

export function withAttempts(state: State, item: number, attempts: Attempts): State {
  return { ...state, items: state.items.map((kept, index) => (index === item ? attempts : kept)) };
}

/** A workout that came to its end; one in which nothing was done was stopped. */
function finished(state: State): State {
  const any = state.items.some((attempts) => attempts.some((attempt) => attempt.worked > 0));
  return { ...state, screen: "after", since: null, paused: null, led: null, ended: any ? "finished" : "stopped" };
}

function spend(script: Script, state: State, milliseconds: number): State {
  let [passing, left] = [state, milliseconds];
  while (passing.screen === "moving") {
    if (standsStill(script, passing)) return { ...passing, elapsed: passing.elapsed + left };
    const room = Math.max(0, lengthOf(currentSegment(script, passing)) - passing.place.spent);
    if (left < room) return within(script, passing, left);
    const through = within(script, passing, room);
    left -= room;
    if (waitsAtItsEnd(script, passing)) return { ...within(script, through, left), place: through.place };
    passing = passed(script, through);
  }
  return passing;
}

function within(script: Script, state: State, milliseconds: number): State {
  const { item, spent } = state.place;
  const moved = {
    ...state,
    place: { ...state.place, spent: spent + milliseconds },
    elapsed: state.elapsed + milliseconds,
  };
  if (!isWork(currentSegment(script, state))) return moved;
  return withLatest(moved, item, { worked: latest(attemptsOf(state, item)).worked + milliseconds });
}

/** The workout at the start of what comes after the current segment, which counts as gone through. */
export function passed(script: Script, state: State): State {
  const { item, segment } = state.place;
  const so_far = latest(attemptsOf(state, item)).passed;
  const counted = withLatest(state, item, { passed: so_far === segment ? segment + 1 : so_far });
  if (segment + 1 >= currentItem(script, state).segments.length) return atItem(script, counted, item + 1);
  return { ...counted, place: { item, segment: segment + 1, spent: 0 } };
}
