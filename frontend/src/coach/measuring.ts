/** What the camera takes from a self-test: when it is over, and the number. Pure. */

import type { Reading, Summary } from "./reading.ts";
import { isInView, PLACED_AFTER, UNCOUNTED_FOR } from "./reduce.ts";

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
}

export const BEFORE: Measuring = { step: "placing", inViewSince: null, count: 0, held: 0, heldAt: null, newsAt: 0 };

/** Out of the pose for so long, a hold is over; a moment is forgiven. */
const LET_GO = 1500;
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

function worked(before: Measuring, { count, hold, holding }: Reading, measure: Measure, now: number): Measuring {
  const held = Math.max(before.held, hold);
  const isNews = holding || count !== before.count;
  const after = { ...before, count, held, heldAt: holding ? now : before.heldAt, newsAt: isNews ? now : before.newsAt };
  return isOver(after, measure, now) ? { ...after, step: "over" } : after;
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
