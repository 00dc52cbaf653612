/** Entries of a person's record, in the form in which they go over the wire. */

export type Answer = "yes" | "no" | "unsure";
export type Felt = "easy" | "right" | "hard";
export type Outcome = "done" | "part" | "skipped" | "hurt";
export type Ended = "finished" | "stopped" | "hurt" | "help";

export interface PractisedExercise {
  exercise: string;
  instead_of?: string;
  outcome: Outcome;
  felt?: Felt;
  sets?: number;
  seconds?: number;
}

export interface Practised {
  script: string;
  exercises: PractisedExercise[];
  pain_before?: number;
  pain_during?: number;
  pain_after?: number;
  effort?: number;
  note?: string;
  seconds?: number;
  ended: Ended;
}

interface Written<Kind extends string, Version extends number, Data> {
  readonly id: string;
  readonly kind: Kind;
  readonly version: Version;
  readonly happened_at: string;
  readonly data: Data;
}

export type AnsweredEntry = Written<"answered", 1, { findings: Record<string, Answer> }>;
export type PractisedEntry = Written<"practised", 2, Practised>;
export type Entry = AnsweredEntry | PractisedEntry;

/** A moment as ISO 8601 in the zone whose distance from UTC is `zone` minutes. */
export function isoAt(milliseconds: number, zone: number): string {
  const local = new Date(milliseconds + zone * 60_000).toISOString().slice(0, -1);
  const size = Math.abs(zone);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${local}${zone < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
