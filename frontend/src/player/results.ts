/** What a workout leaves behind: the entries for the record. */

import type { AnsweredEntry, Answer, Felt, Outcome, Practised, PractisedEntry, PractisedExercise } from "../entry.ts";
import { isoAt } from "../entry.ts";
import type { Item, Script } from "../script.ts";
import { passedOf, repetitionsDone } from "./seen.ts";
import { rightTime, type Attempt, type State } from "./state.ts";
import { isWhole, itemOf, plannedItem, setsPassed } from "./timeline.ts";

/** Less time than this spent on an exercise is a look at it, not a part of it. */
const A_MOMENT = 1000;

/** `now` is the moment by a clock that is right. */
export function answeredEntry(id: string, found: Record<string, Answer>, zone: number, now: number): AnsweredEntry {
  return { id, kind: "answered", version: 1, happened_at: isoAt(now, zone), data: { findings: found } };
}

export function practisedEntry(script: Script, state: State, now: number): PractisedEntry {
  const data: Practised = {
    script: script.id,
    ...present("phase", script.phase ?? null),
    exercises: exercises(script, state),
    ...present("pain_before", state.pain_before),
    ...present("pain_during", state.pain_during),
    ...present("pain_after", state.pain_after),
    ...painSort(state),
    ...present("effort", state.effort),
    ...present("note", state.note.trim() || null),
    seconds: Math.round(state.elapsed / 1000),
    ended: state.ended ?? "stopped",
  };
  const happened_at = isoAt(rightTime(state, now), state.zone);
  return { id: state.run, kind: "practised", version: 4, happened_at, data };
}

/** What sort of pain ended the workout, where it was one of which any amount is too much. */
function painSort({ ended, telling }: State): Pick<Practised, "pain_sort"> {
  if (ended !== "hurt" || !(telling.sharp || telling.travels)) return {};
  return { pain_sort: [...(telling.sharp ? ["sharp" as const] : []), ...(telling.travels ? ["travels" as const] : [])] };
}

/** A line for each planned exercise, and one more where an easier one took its place. */
function exercises(script: Script, state: State): PractisedExercise[] {
  return state.items.flatMap((attempts, index) => {
    const planned = plannedItem(script, index);
    return attempts.map((attempt) => line(itemOf(script, index, attempt), planned, attempt, state));
  });
}

function line(item: Item, planned: Item, attempt: Attempt, state: State): PractisedExercise {
  return {
    exercise: item.exercise,
    ...(attempt.easier ? { instead_of: planned.exercise } : {}),
    outcome: outcomeOf(item, attempt),
    ...present("felt", feltOf(item, attempt, state)),
    ...present("step", item.step ?? null),
    ...present("sets", setsPassed(item, passedOf(item, attempt)) || null),
    ...present("seconds", Math.round(attempt.worked / 1000) || null),
    ...present("repetitions", repetitionsDone(attempt)),
    ...present("camera", attempt.seen ?? null),
  };
}

export function outcomeOf(item: Item, attempt: Attempt): Outcome {
  if (attempt.hurt) return "hurt";
  if (attempt.worked > 0 && isWhole(item, passedOf(item, attempt))) return "done";
  return attempt.worked >= A_MOMENT ? "part" : "skipped";
}

/** Whether it was done, at least in part, and did not hurt: of these it is asked how they felt. */
export function wasDone(item: Item, attempt: Attempt): boolean {
  const outcome = outcomeOf(item, attempt);
  return outcome === "done" || outcome === "part";
}

/** How it felt: what was said of it by itself, or else of all that was done. */
export function feltOf(item: Item, attempt: Attempt, { felt_all }: Pick<State, "felt_all">): Felt | null {
  return attempt.felt ?? (wasDone(item, attempt) ? (felt_all ?? null) : null);
}

function present<Key extends string, Value>(key: Key, value: Value | null): Partial<Record<Key, Value>> {
  return value === null ? {} : ({ [key]: value } as Record<Key, Value>);
}
