/** A workout that is led by what the camera sees: when time stands still, and what counting and being seen move on. */

import type { Item, Script, Segment } from "../script.ts";
import type { Led, State } from "./state.ts";
import { currentItem, currentSegment, isWork } from "./timeline.ts";

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

/** A hold runs only while the pose is held. */
export function standsStill(script: Script, state: State): boolean {
  const led = leadOf(script, state);
  return led !== null && led.by === "hold" && !led.holding;
}

/** Nobody is hurried: the next repetition begins when this one was done, an exercise when somebody is there. */
export function waitsAtItsEnd(script: Script, state: State): boolean {
  const led = leadOf(script, state);
  if (led === null || led.by === "hold") return false;
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
