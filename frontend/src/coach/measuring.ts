/** What the camera takes from a self-test: when it is over, and the number. Pure. */

import type { Reading, SeenCode, Summary } from "./reading.ts";
import { isInView, PLACED_AFTER, SEEN_AFTER, UNCOUNTED_FOR } from "./reduce.ts";
import { MANY, NO_SWINGS, swung, type Swings } from "./swings.ts";

export type Takes = "hold" | "time" | "range";

export interface Measure {
  readonly takes: Takes;
  /** How many repetitions it is made of. */
  readonly repetitions: number;
  /** No number is larger: a hold stops by itself there. */
  readonly most: number;
}

export interface Measuring {
  readonly step: "placing" | "working" | "over";
  /** Since when all of the body is in the picture. Moments are milliseconds of one clock. */
  readonly inViewSince: number | null;
  readonly count: number;
  readonly held: number;
  readonly heldAt: number | null;
  /** When something was last counted or held, or it began; nobody tries for ever what the camera does not see. */
  readonly newsAt: number;
  /** How somebody was seen while they are not as they must be, and since when; null while they are. */
  readonly amiss: { readonly seen: SeenCode; readonly since: number } | null;
  /** What goes to and fro since the last news, and is not counted. */
  readonly swings: Swings;
}

/** What keeps it from counting or holding: not all of the body is seen, it is another posture, somebody goes only a part of
 * the way, or is not in the pose. */
export type Lacking = "unseen" | "other" | "part-way" | "pose";

export const BEFORE: Measuring = {
  step: "placing",
  inViewSince: null,
  count: 0,
  held: 0,
  heldAt: null,
  newsAt: 0,
  amiss: null,
  swings: NO_SWINGS,
};

/** Out of the pose for so long, a hold is over; a moment is forgiven. */
const LET_GO = 1500;
/** To get into a pose takes a moment, in which nobody is told to. */
const INTO_POSE = 4000;
/** What is another posture for a moment is the way into this one. */
const OTHER_AFTER = 4000;
/** Shorter than this, a pose was passed through and not held, in seconds. */
const LEAST_HOLD = 1;

export function looked(before: Measuring, reading: Reading, measure: Measure, now: number): Measuring {
  switch (before.step) {
    case "placing":
      return placed(before, reading, now);
    case "working":
      return worked(before, reading, measure, now);
    case "over":
      return before;
  }
}

function placed(before: Measuring, { seen }: Reading, now: number): Measuring {
  if (!isInView(seen)) return { ...before, inViewSince: null };
  const since = before.inViewSince ?? now;
  return { ...before, inViewSince: since, newsAt: now, step: now - since >= PLACED_AFTER ? "working" : "placing" };
}

function worked(before: Measuring, reading: Reading, measure: Measure, now: number): Measuring {
  const { seen, count, hold, holding } = reading;
  const isNews = holding || count !== before.count;
  const after = {
    ...before,
    count,
    held: Math.max(before.held, hold),
    heldAt: holding ? now : before.heldAt,
    newsAt: isNews ? now : before.newsAt,
    amiss: seen === "seen" ? null : { seen, since: before.amiss?.seen === seen ? before.amiss.since : now },
    swings: isNews ? NO_SWINGS : seen === "seen" ? swung(before.swings, reading.progress) : before.swings,
  };
  return isOver(after, measure, now) ? { ...after, step: "over" } : after;
}

/** What is lacking now; null while all goes well. */
export function lackingOf({ step, amiss, swings, newsAt }: Measuring, { takes }: Measure, now: number): Lacking | null {
  if (step !== "working") return null;
  const lasted = amiss === null ? 0 : now - amiss.since;
  if (amiss !== null && !isInView(amiss.seen)) return lasted >= SEEN_AFTER ? "unseen" : null;
  if (lasted >= OTHER_AFTER) return "other";
  if (takes !== "hold") return swings.count >= MANY ? "part-way" : null;
  return now - newsAt >= INTO_POSE ? "pose" : null;
}

function isOver({ count, held, heldAt, newsAt }: Measuring, { takes, repetitions, most }: Measure, now: number): boolean {
  if (now - newsAt > UNCOUNTED_FOR) return true;
  if (takes !== "hold") return count >= repetitions;
  return held >= most || (held >= LEAST_HOLD && heldAt !== null && now - heldAt >= LET_GO);
}

/** The number for the form, in steps of a half; null where too little was seen for one. */
export function resultOf({ takes, repetitions, most }: Measure, summary: Summary): number | null {
  const found = taken(takes, repetitions, summary);
  return found === null ? null : Math.min(most, Math.round(found * 2) / 2);
}

function taken(takes: Takes, wanted: number, { repetitions, holds }: Summary): number | null {
  if (takes === "hold") return largest(holds.map(({ seconds }) => seconds));
  const done = repetitions.slice(0, wanted);
  const [first, last] = [done[0], done.at(-1)];
  if (done.length < wanted || first === undefined || last === undefined) return null;
  if (takes === "time") return last.end - first.start;
  return middle(done.flatMap(({ range }) => (range === null ? [] : [range])));
}

function largest(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.max(...values);
}

function middle(values: readonly number[]): number | null {
  return [...values].sort((one, other) => one - other)[Math.floor((values.length - 1) / 2)] ?? null;
}
