/** The coach as a pure function: (what it knows, what happened, now) gives what it knows then. */

import type { Reading, SeenCode } from "./reading.ts";
import { AT_REST, type Advice, type ByClock, type Watch, type WatchEvent } from "./state.ts";
import { NO_SWINGS, swung } from "./swings.ts";
import { isSameFollowed, isSameTask, type Task } from "./task.ts";

/** A person who is seen for so long stands where they want to. */
export const PLACED_AFTER = 1500;
/** What is seen for less is a flicker. */
export const SEEN_AFTER = 600;
/** Whoever gets up in a rest passes by the phone: what is so for less is no advice. */
export const ADVISED_AFTER = 3000;
/** Nobody waits for the camera for longer: then the clock leads. */
export const PLACING_FOR = 60_000;
export const LOST_FOR = 20_000;
export const UNCOUNTED_FOR = 45_000;
/** How long a cue stays to be read, when it is no longer so. */
export const CUE_SHOWN = 3000;
/** Mean brightness, of 255, from which on a picture is dark, and no longer is. By eye. */
const DARK = { below: 40, above: 55 } as const;

export function reduce(watch: Watch, event: WatchEvent, now: number): Watch {
  switch (event.kind) {
    case "ask":
      return { ...watch, camera: "asking", trouble: null };
    case "granted":
      return { ...watch, camera: "loading" };
    case "loaded":
      return begun({ ...watch, camera: "on", isAsleep: false }, watch.task, now);
    case "trouble":
      return { ...off(watch), trouble: event.trouble, troubleAt: now };
    case "off":
      return off(watch);
    case "lite":
      return { ...watch, model: "lite" };
    case "task":
      return isSameTask(watch.task, event.task) ? watch : begun(watch, event.task, now);
    case "reading":
      return watch.camera === "on" ? waited(read(watch, event.reading, now), now) : watch;
    case "light":
      return { ...watch, isDark: event.mean < (watch.isDark ? DARK.above : DARK.below) };
    case "away":
      return watch.isAway === event.on ? watch : { ...begun(watch, watch.task, now), isAway: event.on };
    case "asleep":
      return watch.isAsleep === event.on ? watch : { ...unseen(watch, now), isAsleep: event.on };
    case "unknown":
      return watch.task === null ? watch : { ...watch, byClock: "not-counted" };
    case "waited-out":
      return watch.byClock === null ? { ...watch, byClock: isFollowed(watch, now) ? "slow" : "not-counted" } : watch;
    case "blind":
      return watch.camera === "on" ? waited({ ...glimpsed(watch, "nobody", now), holding: false }, now) : watch;
    case "still":
      return { ...watch, since: now, seenSince: now, countedAt: now, holding: false };
    case "time":
      return watch.camera === "on" ? waited(watch, now) : watch;
  }
}

function off({ task, model, isAway }: Watch): Watch {
  return { ...AT_REST, task, model, isAway };
}

function unseen(watch: Watch, now: number): Watch {
  return { ...watch, seen: null, glimpse: null, holding: false, since: now, seenSince: now, glimpseSince: now, countedAt: now };
}

/** What is done in this set is seen: somebody repeats, only slowly, or holds and rests in between. */
function isFollowed({ task, counted, countedAt, since }: Watch, now: number): boolean {
  const any = task?.by === "hold" ? countedAt > since : counted > 0;
  return any && now - countedAt <= UNCOUNTED_FOR;
}

/** What was counted goes on over the sets of an exercise; all else begins anew. */
function begun(watch: Watch, task: Task | null, now: number): Watch {
  const goesOn = isSameFollowed(watch.task, task) && watch.task?.phase !== "placing";
  const before = goesOn ? watch.before + watch.counted : 0;
  const { camera, trouble, troubleAt, model, isDark, isAway, isAsleep } = watch;
  const kept = { camera, trouble, troubleAt, model, isDark, isAway, isAsleep, took: goesOn ? watch.took : [] };
  return { ...unseen({ ...AT_REST, ...kept }, now), task, before, advice: adviceOf(watch, task) };
}

/** Whoever was not seen well in a set can stand otherwise before the next one. */
function adviceOf({ task: before, seen, missing }: Watch, task: Task | null): Advice | null {
  const isRest = before?.phase === "working" && task?.phase === "waiting";
  return isRest && canBeMended(seen) ? { seen, missing } : null;
}

function canBeMended(seen: SeenCode | null): boolean {
  return seen === "step-back" || seen === "turn-to-side" || seen === "turn-to-front";
}

/** Between sets somebody may move, or move the phone: what would help now takes the place of what would have helped. */
function advised(watch: Watch, now: number): Watch {
  const { seen, missing, seenSince, advice } = watch;
  if (now - seenSince < ADVISED_AFTER) return watch;
  if (canBeMended(seen)) return { ...watch, advice: { seen, missing } };
  return isInView(seen) && advice !== null ? { ...watch, advice: null } : watch;
}

function read(watch: Watch, reading: Reading, now: number): Watch {
  const looked = placed({ ...glimpsed(watch, reading.seen, now), missing: reading.missing }, now);
  if (looked.task?.phase === "waiting") return advised(looked, now);
  return looked.task?.phase === "working" ? worked(looked, looked.task, reading, now) : looked;
}

function glimpsed(watch: Watch, code: SeenCode, now: number): Watch {
  const since = watch.glimpse === code ? watch.glimpseSince : now;
  const next = { ...watch, glimpse: code, glimpseSince: since };
  if (watch.seen === code || (watch.seen !== null && now - since < SEEN_AFTER)) return next;
  return { ...next, seen: code, seenSince: since };
}

/** All of the body is in the picture, from the right side; what it does is asked only later. */
export function isInView(seen: SeenCode | null): boolean {
  return seen === "seen" || seen === "not-this-exercise";
}

function placed(watch: Watch, now: number): Watch {
  if (watch.task?.phase !== "placing" || watch.isPlaced) return watch;
  const steady = isInView(watch.seen) && isInView(watch.glimpse) && now - watch.seenSince >= PLACED_AFTER;
  return steady ? { ...watch, isPlaced: true } : watch;
}

function worked(watch: Watch, task: Task, reading: Reading, now: number): Watch {
  const total = task.halves ? Math.floor(reading.count / 2) : reading.count;
  const counted = Math.max(0, total - watch.before);
  const more = counted !== watch.counted;
  return {
    ...withCue(watch, reading, now),
    counted,
    countedAt: more || reading.holding ? now : watch.countedAt,
    took: more && reading.took !== null ? [...watch.took, reading.took * (task.halves ? 2000 : 1000)] : watch.took,
    swings: more ? NO_SWINGS : reading.seen === "seen" ? swung(watch.swings, reading.progress) : watch.swings,
    holding: reading.holding,
    held: reading.hold,
    // Somebody who is seen doing it again is followed again.
    byClock: (more || reading.holding) && watch.byClock === "lost" ? null : watch.byClock,
  };
}

function withCue(watch: Watch, { cue, praise }: Reading, now: number): Watch {
  const praisedAt = praise ? now : watch.praisedAt;
  if (cue === null) {
    const old = now - watch.cueAt > CUE_SHOWN;
    return { ...watch, praisedAt, cue: praise || old ? null : watch.cue };
  }
  const same = watch.cue?.code === cue.code && watch.cue.fault === cue.fault;
  return same ? { ...watch, cueAt: now, praisedAt } : { ...watch, cue, cueFrom: now, cueAt: now, praisedAt };
}

/** Whoever waits in vain goes on by the clock. */
function waited(watch: Watch, now: number): Watch {
  const why = watch.byClock ?? (watch.isAsleep ? null : givenUp(watch, now));
  return why === watch.byClock ? watch : { ...watch, byClock: why };
}

function givenUp({ task, since, seen, seenSince, countedAt, isPlaced }: Watch, now: number): ByClock | null {
  if (task?.phase === "placing") return !isPlaced && now - since > PLACING_FOR ? "not-placed" : null;
  if (task?.phase !== "working") return null;
  if (seen !== "seen" && now - Math.max(seenSince, countedAt) > LOST_FOR) return "lost";
  return task.leads !== null && now - Math.max(since, countedAt) > UNCOUNTED_FOR ? "not-counted" : null;
}
