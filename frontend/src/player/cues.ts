/** What is to be heard of a running workout: words at the start of a segment, half-way, and beeps booked ahead. */

import type { Script, Segment } from "../script.ts";
import { leadOf, standsStill } from "./led.ts";
import type { Place, State } from "./state.ts";
import { currentItem, currentSegment, lengthOf } from "./timeline.ts";

/** Holds and long things of at least so many seconds say when their half is over. */
const HALF_WAY_FROM = { hold: 14, go: 30 } as const;
const COUNTED_DOWN = 3;
/** So far ahead beeps are booked: enough for a page that is looked at once a second. */
const HORIZON = 45_000;

export type Sound = "count" | "begin" | "end" | "half" | "step";

export interface Beep {
  readonly sound: Sound;
  /** Milliseconds from now. */
  readonly in: number;
}

export function halfOf(segment: Segment): number | null {
  const from = segment.kind === "hold" || segment.kind === "go" ? HALF_WAY_FROM[segment.kind] : Infinity;
  return segment.seconds >= from ? lengthOf(segment) / 2 : null;
}

/** Whether the half of the current segment went by between two looks at the same workout. */
export function passedHalf(script: Script, before: Place, state: State): boolean {
  if (before.item !== state.place.item || before.segment !== state.place.segment) return false;
  const half = halfOf(currentSegment(script, state));
  return half !== null && before.spent < half && state.place.spent >= half;
}

/** The beeps from now on, while the workout runs as it does: none of what waits for somebody. */
export function beepsAhead(script: Script, state: State): Beep[] {
  const { place } = state;
  if (standsStill(script, state) || leadOf(script, state)?.by === "view") return [];
  const segments = knownAhead(script, state);
  const found: Beep[] = [];
  let starts = -place.spent;
  for (let index = place.segment; index < segments.length && starts < HORIZON; index += 1) {
    const segment = segments[index] as Segment;
    const begin = starts;
    found.push(...beepsOf(segment, segments[index + 1]).map((beep) => ({ ...beep, in: begin + beep.in })));
    starts += lengthOf(segment);
  }
  return found.filter((beep) => beep.in >= 0 && beep.in < HORIZON);
}

/** While repetitions are counted, nobody knows when the next one begins. */
function knownAhead(script: Script, state: State): readonly Segment[] {
  const { segments } = currentItem(script, state);
  if (leadOf(script, state)?.by !== "count") return segments;
  const here = segments[state.place.segment];
  const end = segments.findIndex((segment, index) => index > state.place.segment && segment.repetition !== here?.repetition);
  return end < 0 ? segments : segments.slice(0, end);
}

/** The beeps of one segment, from its own start. */
function beepsOf(segment: Segment, next: Segment | undefined): Beep[] {
  const end = lengthOf(segment);
  const found: Beep[] = [];
  if (segment.kind === "move" || segment.kind === "breathe") found.push({ sound: "step", in: 0 });
  const half = halfOf(segment);
  if (half !== null) found.push({ sound: "half", in: half });
  if (isCountedDown(segment)) {
    for (let left = COUNTED_DOWN; left >= 1; left -= 1) found.push({ sound: "count", in: end - left * 1000 });
    found.push({ sound: closes(segment, next) ? "end" : "begin", in: end });
  }
  return found.filter((beep) => beep.in >= 0);
}

function isCountedDown(segment: Segment): boolean {
  const counted = segment.kind === "get-ready" || segment.kind === "rest" || segment.kind === "switch-side";
  return segment.seconds >= 4 && (counted || segment.kind === "hold" || segment.kind === "go");
}

function closes(segment: Segment, next: Segment | undefined): boolean {
  return segment.kind === "hold" || segment.kind === "go" || next === undefined;
}
