/** What the coach says and shows at a moment: one thing at a time, and nothing while all is well. */

import type { Told } from "../player/coaching.ts";
import { filled, type Words } from "../words.ts";
import type english from "../words.en.json";
import type { Cue, SpecWords } from "./reading.ts";
import { isInView } from "./reduce.ts";
import type { ByClock, Watch } from "./state.ts";
import { MANY } from "./swings.ts";
import type { Task } from "./task.ts";

export type CoachWord = string & keyof (typeof english)["coach"];
export type CoachWords = Words<CoachWord>;

/** The page's words, and those of the exercise. */
export interface Tongue {
  readonly words: CoachWords;
  readonly own: SpecWords;
}

export interface Saying {
  /** The same thing is said once. */
  readonly key: string;
  readonly text: string;
  /** Milliseconds after which it is said again, while it is still so. */
  readonly again: number | null;
}

const HINT_AGAIN = 9000;
const GET_THERE = 4000;
const PRAISE_SHOWN = 2500;
/** A camera that is allowed comes sooner. */
const WAKES_IN = 1500;
/** Long enough to be read from the floor. */
const FAREWELL_SHOWN = 8000;

/** That there is no camera any more, and why: for whoever is in the middle of a workout. */
export function farewellOf(words: CoachWords, { trouble, troubleAt }: Watch): Saying | null {
  if (trouble === null) return null;
  return { key: `${trouble} ${troubleAt}`, text: `${words(`trouble-${trouble}`)}. ${words("goes-on")}`, again: null };
}

/** What is to be heard now. */
export function sayingOf(tongue: Tongue, watch: Watch, now: number): Saying | null {
  const { task, byClock, since, cue, cueFrom, praisedAt } = watch;
  if (watch.camera !== "on" || task === null) return null;
  if (byClock !== null) return { key: `${byClock} ${since}`, text: byClockText(tongue.words, byClock, task), again: null };
  if (task.phase === "placing") return hint(tongue, watch, now);
  if (task.phase === "waiting") return advice(tongue, watch, now);
  if (isLost(watch)) return { key: `lost ${watch.seenSince}`, text: lostText(tongue, watch), again: null };
  if (cue !== null) return { key: `cue ${cueFrom}`, text: cueText(tongue, cue), again: null };
  if (isPraised(watch, now)) return { key: `praise ${praisedAt}`, text: praise(tongue, watch), again: null };
  return null;
}

/** Getting there takes a moment, in which nobody is told what to do. */
function hint({ own }: Tongue, watch: Watch, now: number): Saying | null {
  if (watch.isPlaced || now - watch.since < GET_THERE) return null;
  const text = hintText(own, watch);
  return text === null ? null : { key: `hint ${text}`, text, again: HINT_AGAIN };
}

/** In the rest after a set in which somebody was not seen well. */
function advice({ own }: Tongue, watch: Watch, now: number): Saying | null {
  const text = now - watch.since < GET_THERE ? null : adviceText(own, watch);
  return text === null ? null : { key: `advice ${watch.since} ${watch.advice?.seen}`, text, again: null };
}

function adviceText(own: SpecWords, watch: Watch): string | null {
  return watch.advice === null ? null : hintText(own, { ...watch, ...watch.advice });
}

function byClockText(words: CoachWords, byClock: ByClock, { by }: Task): string {
  return words(byClock === "slow" && by === "hold" ? "by-clock-rests" : `by-clock-${byClock}`);
}

/** What would help to be seen; null where all is seen. */
export function hintText(own: SpecWords, { seen, isDark, missing }: Watch): string | null {
  if (isInView(seen)) return null;
  if (isDark) return own.seen["too-dark"];
  if (seen === "step-back" && missing.length > 0) return `${own.seen[seen]} ${missingText(own, missing)}`;
  return own.seen[seen ?? "nobody"];
}

const MOST_PARTS = 3;

/** Such as: I miss your feet. Where much is missing it helps no more to name it. */
function missingText({ parts, missing: sentence }: SpecWords, missing: readonly string[]): string {
  const found = new Set(missing.flatMap((name) => parts[name.replace(/^(right|left) /, "")] ?? []));
  return found.size > MOST_PARTS ? "" : filled(sentence, { parts: [...found].join(", ") });
}

export function isLost({ task, seen }: Watch): boolean {
  return task?.phase === "working" && seen !== null && seen !== "seen";
}

/** Who moves is told what waits, and not to stand otherwise: whoever turns in the middle of it might twist. */
function lostText({ words, own }: Tongue, { seen, task }: Watch): string {
  if (task?.leads === null) return words("clock-goes-on");
  if (seen === "not-this-exercise" || seen === null) return own.seen["not-this-exercise"];
  return task?.leads === "count" ? words("count-waits") : own.seen.paused;
}

/** The exercise's own words, such as how to come down slowly, where it has some for this. */
export function cueText({ words, own }: Tongue, { code, fault }: Cue): string {
  return own.faults[fault ?? ""] ?? (code === "fault" ? words("cue-fault") : own.cues[code]);
}

function isPraised({ praisedAt }: Watch, now: number): boolean {
  return praisedAt !== null && now - praisedAt < PRAISE_SHOWN;
}

/** Each in its turn, so that none wears out. */
function praise({ own }: Tongue, { praisedAt }: Watch): string {
  const { praise: lines } = own;
  return lines[Math.floor((praisedAt ?? 0) / PRAISE_SHOWN) % Math.max(1, lines.length)] ?? "";
}

/** What stands on the stage for a while after the camera went. */
export function farewellTold(words: CoachWords, watch: Watch, now: number): Told | null {
  const saying = now - watch.troubleAt < FAREWELL_SHOWN ? farewellOf(words, watch) : null;
  return saying === null ? null : { said: saying.text };
}

/** What stands on the stage in place of the player's own words; null where the player's own stand. `from`: repetitions
 * of this set that the clock led through. */
export function toldOf(tongue: Tongue, watch: Watch, now: number, from = 0): Told | null {
  const { task, byClock } = watch;
  const { words, own } = tongue;
  if (watch.camera !== "on" || task === null) return null;
  if (watch.isAsleep) return now - watch.since < WAKES_IN ? null : { said: words("waking") };
  const counted = countTold(words, watch, task, from);
  if (byClock !== null) return { ...(byClock === "slow" ? counted : {}), said: byClockText(words, byClock, task) };
  if (task.phase === "placing") return placingTold(tongue, watch);
  if (task.phase === "waiting") return saidOnly(adviceText(own, watch));
  if (isLost(watch)) return { ...counted, label: lostLabel(words, watch), said: lostText(tongue, watch) };
  return { ...counted, ...workLabel(words, watch), ...saidOnly(workText(tongue, watch, now)) };
}

/** In a pause what was counted stays as it was; all else is the player's. */
export function pausedTold({ words }: Tongue, watch: Watch, from: number): Told | null {
  const isCounting = watch.camera === "on" && watch.task?.phase === "working" && (watch.byClock ?? "slow") === "slow";
  return isCounting && watch.task !== null ? countTold(words, watch, watch.task, from) : null;
}

function saidOnly(text: string | null): Told | null {
  return text === null ? null : { said: text };
}

/** What is shown while all is seen. That something does not count is not said aloud: nobody is driven on. */
function workText(tongue: Tongue, watch: Watch, now: number): string | null {
  if (watch.cue !== null) return cueText(tongue, watch.cue);
  if (isPraised(watch, now)) return praise(tongue, watch);
  return watch.task?.leads === "count" && watch.swings.count >= MANY ? tongue.words("counts-from") : null;
}

function placingTold({ words, own }: Tongue, watch: Watch): Told {
  const hinted = hintText(own, watch);
  const blank = { count: "", unit: "" };
  if (hinted === null) return { ...blank, label: words("i-see-you"), said: words("stay-there") };
  return { ...blank, label: words("looking"), said: watch.seen === null || watch.seen === "nobody" ? own.place : hinted };
}

function lostLabel(words: CoachWords, { seen }: Watch): string {
  return words(seen === "not-this-exercise" ? "come-back" : "not-seen");
}

/** A hold whose clock stands says so. */
function workLabel(words: CoachWords, { task, holding, since, countedAt }: Watch): Told {
  if (task?.leads !== "hold" || holding) return {};
  return { label: words(countedAt > since ? "hold-again" : "hold-soon") };
}

function countTold(words: CoachWords, { counted }: Watch, { leads, repetitions }: Task, from: number): Told {
  if (leads !== "count") return {};
  return { count: String(counted + from), unit: repetitions === null ? "" : words("of", { count: repetitions }) };
}
