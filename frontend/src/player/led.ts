/** A workout that is led by what the camera sees: when time stands still, and what counting and being seen move on. */

import type { Item, Script, Segment } from "../script.ts";
import type { Led, State } from "./state.ts";
import { currentItem, currentSegment, isWork, lengthOf } from "./timeline.ts";

/** What leads at this place; null where it is the clock. */
export function leadOf(script: Script, state: State): Led | null {
  const led = state.led ?? null;
  if (led === null || state.screen !== "moving") return null;
  return fits(led, currentSegment(script, state)) ? led : null;
}

function fits({ by }: Led, segment: Segment): boolean {
  switch (by) {
    case "view":
      return segment.kind === "next";
    case "count":
      return isWork(segment) && segment.repetition !== null;
    case "hold":
      return segment.kind === "hold" || segment.kind === "go";
  }
}

/** The camera may be wrong, and nobody holds or repeats far more than their dose for that: over one set the clock waits
 * for half of its time, at least for so long, and then no more. Whoever is slow has the time that all repetitions of the
 * set take at their own pace: in that nobody does more than these, however many are missed. */
const WAITS_FOR = 20_000;
const WAITS_OF_SET = 0.5;
const HALF_OF_ONE = 0.5;

/** Milliseconds for which this set may still wait for what the camera sees. To come into view is waited for as long as
 * the coach likes. */
export function patienceLeft(script: Script, state: State): number {
  const led = leadOf(script, state);
  if (led?.by === "view") return Infinity;
  const { segments } = currentItem(script, state);
  const here = currentSegment(script, state);
  const whole = segments.filter((segment) => isSameSet(here, segment)).reduce((sum, segment) => sum + lengthOf(segment), 0);
  const own = (led?.pace ?? 0) * ((here.repetitions ?? 0) + HALF_OF_ONE) - whole;
  const { set, milliseconds } = state.waited ?? { set: "", milliseconds: 0 };
  const before = set === setOf(script, state) ? milliseconds : 0;
  return Math.max(0, Math.max(WAITS_FOR, whole * WAITS_OF_SET, own) - before);
}

/** Whether the camera let somebody wait long enough: the clock leads the rest of the set. */
export function isWaitedOut(script: Script, state: State): boolean {
  const led = leadOf(script, state);
  return led !== null && patienceLeft(script, state) === 0;
}

/** So much more of waiting in this set. */
export function withWait(script: Script, state: State, milliseconds: number): State {
  if (leadOf(script, state)?.by === "view") return state;
  const set = setOf(script, state);
  const before = state.waited?.set === set ? state.waited.milliseconds : 0;
  return { ...state, waited: { set, milliseconds: before + milliseconds } };
}

function setOf(script: Script, state: State): string {
  const { set, side } = currentSegment(script, state);
  return `${state.place.item} ${set} ${side}`;
}

/** A hold runs only while the pose is held. */
export function standsStill(script: Script, state: State): boolean {
  const led = leadOf(script, state);
  return led !== null && led.by === "hold" && !led.holding && patienceLeft(script, state) > 0;
}

/** Nobody is hurried: the next repetition begins when this one was done, an exercise when somebody is there. */
export function waitsAtItsEnd(script: Script, state: State): boolean {
  const led = leadOf(script, state);
  if (led === null || led.by === "hold" || patienceLeft(script, state) === 0) return false;
  if (led.by === "view") return true;
  const { segment } = state.place;
  const item = currentItem(script, state);
  return !isSameRepetition(currentSegment(script, state), item.segments[segment + 1]);
}

function isSameRepetition(here: Segment, next: Segment | undefined): boolean {
  return next !== undefined && isSameSet(here, next) && here.repetition === next.repetition;
}

/** Whether a segment is work of the same set of the same side. */
export function isSameSet(here: Segment, next: Segment): boolean {
  return isWork(next) && next.set === here.set && next.side === here.side;
}

/** The segment after the set that this one belongs to, by its number in the item; the item's length at its end. */
export function endOfSet({ segments }: Item, from: number): number {
  const here = segments[from];
  const behind = segments.slice(from).findIndex((segment) => here === undefined || !isSameSet(here, segment));
  return behind < 0 ? segments.length : from + behind;
}

/** How many repetitions there are to do in the set of a segment; null where it is not counted. */
export function repetitionsOf(segment: Segment): number | null {
  return isWork(segment) ? segment.repetitions : null;
}

/** All repetitions that an item asks for. */
export function plannedRepetitions({ segments }: Item): number {
  const own = segments.filter(({ repetition, kind }) => repetition !== null && kind !== "breathe");
  return new Set(own.map(({ set, side, repetition }) => `${set} ${side} ${repetition}`)).size;
}
