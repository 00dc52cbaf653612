/** Where a workout stands in its script: pure sums over segments, by timestamps. */

import type { Item, Script, Segment } from "../script.ts";
import type { Attempt, Attempts, Place, State } from "./state.ts";

const WORKING: ReadonlySet<Segment["kind"]> = new Set(["move", "hold", "breathe", "go"]);

export function isWork(segment: Segment): boolean {
  return WORKING.has(segment.kind);
}

export function lengthOf(segment: Segment): number {
  return segment.seconds * 1000;
}

export function latest(attempts: Attempts): Attempt {
  return attempts.at(-1) ?? attempts[0];
}

export function plannedItem(script: Script, item: number): Item {
  const found = script.items[item];
  if (found === undefined) throw new RangeError(`no item ${item} in the script`);
  return found;
}

/** The exercise as it was tried: the planned one or its easier rung. */
export function itemOf(script: Script, item: number, attempt: Attempt): Item {
  const planned = plannedItem(script, item);
  return attempt.easier && planned.easier !== null ? planned.easier : planned;
}

export function attemptsOf(state: State, item: number): Attempts {
  const found = state.items[item];
  if (found === undefined) throw new RangeError(`no item ${item} in the workout`);
  return found;
}

export function currentItem(script: Script, state: State): Item {
  return itemOf(script, state.place.item, latest(attemptsOf(state, state.place.item)));
}

export function currentSegment(script: Script, state: State): Segment {
  const found = currentItem(script, state).segments[state.place.segment];
  if (found === undefined) throw new RangeError(`no segment ${state.place.segment} in the exercise`);
  return found;
}

/** Milliseconds left of the current segment, never below 0. */
export function remaining(script: Script, state: State): number {
  return Math.max(0, lengthOf(currentSegment(script, state)) - state.place.spent);
}

/** How much of the whole workout lies behind, 0 to 1. */
export function progress(script: Script, state: State): number {
  const lengths = state.items.map((attempts, index) => itemOf(script, index, latest(attempts)).seconds);
  const total = sum(lengths);
  const behind = sum(lengths.slice(0, state.place.item)) + spentInItem(currentItem(script, state), state.place) / 1000;
  return total > 0 ? Math.min(1, behind / total) : 0;
}

export function spentInItem(item: Item, place: Place): number {
  return sum(item.segments.slice(0, place.segment).map(lengthOf)) + place.spent;
}

/** Seconds of the workout still ahead. */
export function secondsAhead(script: Script, state: State): number {
  const ahead = state.items.slice(state.place.item).map((attempts, index) => {
    return itemOf(script, state.place.item + index, latest(attempts)).seconds;
  });
  return Math.max(0, sum(ahead) - spentInItem(currentItem(script, state), state.place) / 1000);
}

/** How many sets of each side have all their working segments behind them. The sets that only the worse side has, which
 * come last, are none of these. */
export function setsPassed(item: Item, passed: number): number {
  const [ofSide, lastOfSet] = [new Map<Segment["side"], number>(), new Map<number, number>()];
  item.segments.forEach((segment, index) => {
    if (!isWork(segment)) return;
    ofSide.set(segment.side, Math.max(segment.set, ofSide.get(segment.side) ?? 0));
    lastOfSet.set(segment.set, index);
  });
  const ofEach = Math.min(...ofSide.values());
  return [...lastOfSet].filter(([set, index]) => set <= ofEach && index < passed).length;
}

export function isWhole(item: Item, passed: number): boolean {
  return item.segments.every((segment, index) => index < passed || !isWork(segment));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
