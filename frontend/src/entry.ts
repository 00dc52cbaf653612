/** Entries of a person's record, in the form in which they go over the wire. */

import type * as generated from "./generated/entry.ts";

export type Answer = "yes" | "no" | "unsure";
export type Practised = generated.PractisedEntry["data"];
export type PractisedExercise = Practised["exercises"][number];
export type Felt = NonNullable<PractisedExercise["felt"]>;
export type Outcome = NonNullable<PractisedExercise["outcome"]>;
export type Ended = NonNullable<Practised["ended"]>;

/** What the player writes: always the newest version of a kind, and of the answers only such to its questions. */
export type AnsweredEntry = generated.AnsweredEntry & {
  readonly version: 1;
  readonly data: { readonly findings: Readonly<Record<string, Answer>> };
};
export type PractisedEntry = generated.PractisedEntry & { readonly version: 4 };
export type Entry = AnsweredEntry | PractisedEntry;

/** A moment as ISO 8601 in the zone whose distance from UTC is `zone` minutes. */
export function isoAt(milliseconds: number, zone: number): string {
  const local = new Date(milliseconds + zone * 60_000).toISOString().slice(0, -1);
  const size = Math.abs(zone);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${local}${zone < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
