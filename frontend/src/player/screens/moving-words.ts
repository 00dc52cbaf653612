/** What stands on the screen at a moment of the workout. */

import type { Item, Script, Segment } from "../../script.ts";
import type { PlayerWords } from "../../words.ts";
import type { State } from "../state.ts";
import { attemptsOf, latest, lengthOf } from "../timeline.ts";
import { clockOf } from "./parts.ts";
import { halfOf } from "../cues.ts";

/** How long "half-way" stays to be read. */
const HALF_SHOWN = 3000;
/** How long one step stays to be read. */
const READ_SECONDS = 4;

export function placeLine(words: PlayerWords, script: Script, state: State): string {
  return words("item-of", { number: state.place.item + 1, count: script.items.length });
}

/** Which side and which set, where there is more than one and the label does not say it. */
export function markOf(words: PlayerWords, segment: Segment): string {
  return [...(segment.kind === "move" ? [] : sideOf(words, segment)), ...setOf(words, segment)].join(" · ");
}

function sideOf(words: PlayerWords, { side }: Segment): string[] {
  return side === "both" ? [] : [words(side)];
}

function setOf(words: PlayerWords, { set, sets }: Segment): string[] {
  return sets > 1 ? [words("set-of", { set, sets })] : [];
}

export function labelOf(words: PlayerWords, script: Script, state: State, segment: Segment): string {
  const { spent, item } = state.place;
  const half = halfOf(segment);
  if (half !== null && spent >= half && spent < half + HALF_SHOWN) return words("half-way");
  if (segment.kind === "next" && item === 0) return words("first");
  if (segment.kind === "next" && item === script.items.length - 1) return words("last");
  if (segment.breath !== null) return words(spent < segment.breath.in * 1000 ? "breathe-in" : "breathe-out");
  return (segment.kind === "move" ? sideOf(words, segment)[0] : undefined) ?? words(segment.kind);
}

/** The big count and what it counts: repetitions of repetitions, or the time that is left. */
export function countOf(words: PlayerWords, segment: Segment, spent: number): [string, string] {
  const left = (lengthOf(segment) - spent) / 1000;
  const counted = segment.kind === "move" || segment.kind === "breathe";
  if (counted && segment.repetition !== null && segment.repetitions !== null) {
    return [String(segment.repetition), words("of", { count: segment.repetitions })];
  }
  return [clockOf(left), words(unitOf(Math.ceil(left)))];
}

function unitOf(left: number): "second" | "seconds" | "minutes" {
  if (left === 1) return "second";
  return left > 59 ? "minutes" : "seconds";
}

/** The sentence under the count: what was said, how to do it, or that it was noted as easy. */
export function saidOf(words: PlayerWords, item: Item, segment: Segment, state: State): string {
  const attempt = latest(attemptsOf(state, state.place.item));
  if (attempt.felt === "easy" && segment.kind !== "next") return words("too-easy-noted");
  if (segment.kind === "next") return stepAt(item, segment, state.place.spent);
  if (segment.kind === "get-ready") return item.breathing;
  if (segment.kind === "rest" || segment.kind === "switch-side") return item.cues[0] ?? "";
  if (segment.breath !== null) return "";
  return item.cues[cueOf(item, segment)] ?? item.breathing;
}

/** The steps one after the other, each long enough to be read. */
export function stepAt(item: Item, segment: Segment, spent: number): string {
  const room = Math.max(1, Math.floor(segment.seconds / READ_SECONDS));
  const steps = item.steps.slice(0, room);
  const at = Math.floor((spent / lengthOf(segment)) * steps.length);
  return steps[Math.min(at, steps.length - 1)] ?? "";
}

/** Cues take turns, one a repetition, so that none wears out. */
function cueOf(item: Item, { repetition, set }: Segment): number {
  const turn = (repetition ?? 1) - 1 + (set - 1);
  return item.cues.length > 0 ? Math.floor(turn / 2) % item.cues.length : 0;
}
