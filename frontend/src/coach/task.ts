/** What of the workout there is to look at now: pure, from script and state. */

import type { Item, Script, Segment, Side } from "../script.ts";
import { attemptsOf, currentItem, currentSegment, isWork } from "../player/timeline.ts";
import type { Lead, State } from "../player/state.ts";

/** `placing`: somebody gets into the picture; `waiting`: between sets, or getting ready; `working`: it is looked at. */
export type Phase = "placing" | "waiting" | "working";

export interface Task {
  readonly phase: Phase;
  readonly item: number;
  readonly attempt: number;
  readonly side: Side;
  readonly set: number;
  readonly by: "count" | "hold";
  /** What leads the workout meanwhile; null where the clock does. */
  readonly leads: Lead | null;
  readonly repetitions: number | null;
  /** The sides take turns, and both together are one repetition of the script. */
  readonly halves: boolean;
  /** Whether the person may be asked to go a little farther. */
  readonly farther: boolean;
  readonly view: string;
  readonly reference: string;
}

/** Null where there is nothing that a camera could follow. */
export function taskOf(script: Script, state: State): Task | null {
  if (state.screen === "ready") return before(script);
  if (state.screen !== "moving") return null;
  const item = currentItem(script, state);
  const { camera } = item;
  if (camera === null || camera === undefined) return null;
  const segment = currentSegment(script, state);
  const phase = phaseOf(segment);
  return {
    phase,
    item: state.place.item,
    attempt: attemptsOf(state, state.place.item).length - 1,
    side: sideOf(item, segment),
    set: segment.set,
    by: camera.by,
    leads: leads(phase, camera.by, segment),
    repetitions: isWork(segment) ? segment.repetitions : null,
    halves: camera.alternates,
    farther: camera.farther === true && isWell(state),
    view: camera.view,
    reference: camera.reference,
  };
}

/** Before the start somebody may look whether all of them is in the picture, as it is for the first exercise of it. */
function before({ items }: Script): Task | null {
  const number = items.findIndex(({ camera }) => camera !== null && camera !== undefined);
  const found = items[number];
  if (found?.camera === null || found?.camera === undefined) return null;
  const { by, alternates, view, reference } = found.camera;
  const side = sideOf(found, found.segments[0]);
  return { phase: "placing", item: number, attempt: 0, side, set: 1, by, leads: null, repetitions: null, halves: alternates, farther: false, view, reference };
}

/** Whoever came with more pain than this, of 10, is asked for no more: nor is anybody whom something hurt today. */
const LITTLE_PAIN = 2;

function isWell({ pain_before, pain_during, items, place }: State): boolean {
  const hurt = pain_during !== null || items.some((attempts) => attempts.some((attempt) => attempt.hurt));
  const inPlace = items[place.item]?.at(-1)?.easier === true;
  return pain_before !== null && pain_before <= LITTLE_PAIN && !hurt && !inPlace;
}

function phaseOf(segment: Segment): Phase {
  if (segment.kind === "next") return "placing";
  return isWork(segment) && segment.kind !== "breathe" ? "working" : "waiting";
}

/** Getting there, the side that comes first. */
function sideOf({ segments }: Item, segment: Segment | undefined): Side {
  return segment !== undefined && isWork(segment) ? segment.side : (segments.find(isWork)?.side ?? "both");
}

function leads(phase: Phase, by: "count" | "hold", segment: Segment): Lead | null {
  if (phase === "placing") return "view";
  if (phase === "waiting") return null;
  if (by === "hold") return "hold";
  return segment.repetition === null ? null : "count";
}

/** What the exercise is called: that of the plan, or the easier one in its place. */
export function nameOf({ items }: Script, { item, reference }: Task): string {
  const planned = items[item];
  const found = planned?.easier?.camera?.reference === reference ? planned.easier : planned;
  return found?.name ?? "";
}

/** The same stretch of work, set for set. */
export function isSameTask(one: Task | null, other: Task | null): boolean {
  if (one === null || other === null) return one === other;
  return one.phase === other.phase && one.set === other.set && one.leads === other.leads && isSameFollowed(one, other);
}

/** The same exercise of the same side: what was counted goes on. */
export function isSameFollowed(one: Task | null, other: Task | null): boolean {
  if (one === null || other === null) return one === other;
  return one.item === other.item && one.attempt === other.attempt && one.side === other.side;
}
