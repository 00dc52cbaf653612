/** All that a workout under way consists of. It is plain JSON, so that it can be kept and taken up again. */

import type { Answer, Ended, Entry, Felt, PractisedExercise } from "../entry.ts";

export type Screen =
  | "expired"
  | "gate"
  | "pain-before"
  | "ready"
  | "moving"
  | "hurts-gate"
  | "hurts-pain"
  | "hurts-choice"
  | "help"
  | "after"
  | "done";

/** What was said to one question of a gate: at first, and then to its follow-up. */
export interface Asked {
  readonly first: Answer;
  readonly follow: Answer | null;
}

/** Where in the script the workout stands; `spent` is milliseconds of the segment. */
export interface Place {
  readonly item: number;
  readonly segment: number;
  readonly spent: number;
}

/** What the camera saw of one attempt. */
export type Seen = NonNullable<PractisedExercise["camera"]>;

/** What leads the workout in place of the clock: somebody comes into view, repetitions are counted, or a pose is held. */
export type Lead = "view" | "count" | "hold";

/** The workout as it is led by what the camera sees. */
export interface Led {
  readonly by: Lead;
  /** Repetitions counted in this set. */
  readonly counted: number;
  /** Repetitions of this set that were over by the clock before the camera led. */
  readonly from?: number | undefined;
  /** Milliseconds that one takes at the person's own pace, as far as that was seen. */
  readonly pace?: number | undefined;
  /** Whether the pose is held now. */
  readonly holding: boolean;
}

/** How long, in milliseconds, one set stood still or waited for the camera. */
export interface Waited {
  readonly set: string;
  readonly milliseconds: number;
}

/** One exercise as it was tried: the planned one, or the easier one that took its place. */
export interface Attempt {
  readonly easier: boolean;
  /** So many of its segments were gone through to their end. */
  readonly passed: number;
  /** Milliseconds spent in moving, holding and breathing. */
  readonly worked: number;
  readonly hurt: boolean;
  readonly felt: Felt | null;
  /** What the camera saw, and how many repetitions it was in the person's own words. */
  readonly seen?: Seen | undefined;
  readonly repetitions?: number | undefined;
}

export type Attempts = readonly [Attempt, ...Attempt[]];

export type PauseReason = "asked" | "asleep" | "resumed";

/** What a person tells about pain that came, before they confirm it. */
export interface Telling {
  readonly pain: number | null;
  readonly sharp: boolean;
  readonly travels: boolean;
}

export interface State {
  /** The id that the entry of this workout will have. */
  readonly run: string;
  readonly script: string;
  /** Minutes by which the person's clock is ahead of UTC. */
  readonly zone: number;
  /** Milliseconds by which the device's clock is ahead of the server's; older programs did not know it. */
  readonly ahead?: number | undefined;
  readonly screen: Screen;
  readonly asked: Readonly<Record<string, Asked>>;
  readonly telling: Telling;
  readonly items: readonly Attempts[];
  readonly place: Place;
  /** Since when time runs, in milliseconds since 1970; null while it stands still. */
  readonly since: number | null;
  readonly paused: PauseReason | null;
  /** Null or missing while the clock leads. */
  readonly led?: Led | null | undefined;
  /** Null or missing where it did not wait for the camera yet. */
  readonly waited?: Waited | null | undefined;
  /** Whether the person asked for the camera. */
  readonly camera?: boolean | undefined;
  /** Milliseconds that time ran. */
  readonly elapsed: number;
  readonly seen: number;
  readonly pain_before: number | null;
  readonly pain_during: number | null;
  readonly pain_after: number | null;
  readonly effort: number | null;
  /** How all that was done felt, but for what was said of one; older programs did not ask. */
  readonly felt_all?: Felt | null | undefined;
  readonly note: string;
  readonly ended: Ended | null;
  /** Entries for the outbox, in the order in which they came to be. */
  readonly outgoing: readonly Entry[];
}

/** A moment of the device by the server's clock, as far as that is known. */
export function rightTime({ ahead = 0 }: Pick<State, "ahead">, now: number): number {
  return now - ahead;
}

export const NOTHING_TOLD: Telling = { pain: null, sharp: false, travels: false };
export const UNTRIED: Attempt = { easier: false, passed: 0, worked: 0, hurt: false, felt: null };
