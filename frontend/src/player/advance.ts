/** Lets time pass: how far a running workout has come at a moment, however seldom somebody looked. */

import type { Script } from "../script.ts";
import { patienceLeft, standsStill, waitsAtItsEnd, withWait } from "./led.ts";
import type { Attempt, Attempts, State } from "./state.ts";
import { attemptsOf, currentItem, currentSegment, isWork, latest, remaining } from "./timeline.ts";

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
  return { ...state, place: { item: index, segment: 0, spent: 0 }, led: null, waited: null };
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
    const stands = standsStill(script, passing);
    const room = stands ? patienceLeft(script, passing) : remaining(script, passing);
    const step = Math.min(left, room);
    left -= step;
    passing = stands ? stoodStill(script, passing, step) : within(script, passing, step);
    if (step < room) return passing;
    if (stands) continue;
    const wait = waitsAtItsEnd(script, passing) ? Math.min(left, patienceLeft(script, passing)) : 0;
    left -= wait;
    passing = waitedAtEnd(script, passing, wait);
    if (waitsAtItsEnd(script, passing)) return passing;
    passing = passed(script, passing);
  }
  return passing;
}

function stoodStill(script: Script, state: State, milliseconds: number): State {
  return withWait(script, { ...state, elapsed: state.elapsed + milliseconds }, milliseconds);
}

function waitedAtEnd(script: Script, state: State, milliseconds: number): State {
  if (milliseconds === 0) return state;
  return { ...within(script, withWait(script, state, milliseconds), milliseconds), place: state.place };
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
