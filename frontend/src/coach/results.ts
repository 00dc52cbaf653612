/** From what the engine tells at the end to what stands in the record: counts, ranges and form, and nothing else. */

import type { Seen } from "../player/state.ts";
import type { Side } from "../script.ts";
import type { Summary } from "./reading.ts";

/** How far somebody went is told as a range of so many degrees to both sides: seen from the side it is right to about
 * so much, and for the way there and back that is the least that is honest. */
const ERROR = 5;
const STEP = 5;
const MOST_FAULTS = 20;
/** Shorter than this, a pose was passed through and not held, in seconds. */
const LEAST_HOLD = 1;

/** One side of an exercise as it was followed. */
export interface Followed {
  readonly side: Side;
  readonly summary: Summary;
  /** In the script's own way of counting. */
  readonly counted: number;
}

/** Null where nothing was seen. */
export function seenOf(followed: readonly Followed[], by: "count" | "hold"): Seen | null {
  const whole = partOf(followed, by);
  if (!whole.repetitions && !whole.seconds) return null;
  const sides = Object.fromEntries(
    (["left", "right"] as const).flatMap((side) => {
      const part = partOf(
        followed.map((one) => ofSide(one, side)),
        by,
      );
      return part.repetitions || part.seconds ? [[side, part] as const] : [];
    }),
  );
  const measure = followed.find(({ summary }) => summary.counts !== null)?.summary.counts ?? null;
  const faults = [...new Set(followed.flatMap(({ summary }) => summary.faults.map(({ id }) => id)))].slice(0, MOST_FAULTS);
  return {
    ...whole,
    ...(measure === null || whole.range === undefined ? {} : { measure }),
    ...(Object.keys(sides).length > 0 ? { sides } : {}),
    ...(faults.length > 0 ? { faults } : {}),
  };
}

/** What was done with one side; nothing of what both did. */
function ofSide({ side, summary, counted }: Followed, wanted: "left" | "right"): Followed {
  const repetitions = summary.repetitions.filter((one) => one.side === wanted);
  const holds = summary.holds.filter((one) => one.side === wanted);
  const own = { ...summary, repetitions, holds, faults: [] };
  return { side: wanted, summary: own, counted: side === wanted ? counted : repetitions.length };
}

type Part = Pick<Seen, "repetitions" | "seconds" | "range" | "form">;

function partOf(followed: readonly Followed[], by: "count" | "hold"): Part {
  const repetitions = followed.flatMap(({ summary }) => summary.repetitions);
  const holds = followed.flatMap(({ summary }) => summary.holds);
  const counted = followed.reduce((total, one) => total + one.counted, 0);
  const held = sum(holds.map(({ seconds }) => seconds).filter((seconds) => seconds >= LEAST_HOLD));
  const range = about(median(repetitions.flatMap((one) => (one.range === null ? [] : [one.range]))));
  const form = mean([...repetitions, ...holds].flatMap((one) => (one.form === null ? [] : [one.form])));
  return {
    ...(by === "count" ? { repetitions: counted } : {}),
    ...(by === "hold" && held > 0 ? { seconds: Math.round(held * 10) / 10 } : {}),
    ...(range === null ? {} : { range }),
    ...(form === null ? {} : { form: Math.round(form * 100) / 100 }),
  };
}

/** Such as 85 to 95 degrees. */
function about(degrees: number | null): { low: number; high: number } | null {
  if (degrees === null) return null;
  const rounded = Math.round(degrees / STEP) * STEP;
  return { low: Math.max(0, rounded - ERROR), high: rounded + ERROR };
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : sum(values) / values.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
