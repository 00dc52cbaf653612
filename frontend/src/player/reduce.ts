/** The workout as a pure function: (script, state, event, now) gives the next state. Nothing here reads a clock. */

import type { Script } from "../script.ts";
import { advanced, withLatest } from "./advance.ts";
import { isExpired, opened, saved } from "./begin.ts";
import type { Event } from "./events.ts";
import { answered, findings, isDecided, mayDenyTheRest, restDenied, worries } from "./gate.ts";
import { onHurtsChoice, onHurtsPain } from "./hurts.ts";
import { onMoving, running } from "./moving.ts";
import { isRating } from "./rating.ts";
import { answeredEntry, practisedEntry } from "./results.ts";
import { rightTime, type State } from "./state.ts";
import { isCount, withSeen, withWish } from "./seen.ts";

/** What comes of an event at `now`; an event that has no place on the current screen changes nothing. */
export function reduce(script: Script, state: State, event: Event, now: number): State {
  const before = advanced(script, state, now);
  if (isWaiting(before) && isExpired(script, rightTime(before, now))) return { ...before, screen: "expired" };
  if (event.kind === "camera") return withWish(before, event.on);
  if (event.kind === "seen") return withSeen(before, event);
  switch (before.screen) {
    case "gate":
    case "hurts-gate":
      return onGate(script, before, event, now);
    case "pain-before":
      return onPainBefore(before, event);
    case "ready":
      return event.kind === "start" && script.items.length > 0 ? running({ ...before, screen: "moving" }, now) : before;
    case "moving":
      return onMoving(script, before, event, now);
    case "hurts-pain":
      return onHurtsPain(script, before, event);
    case "hurts-choice":
      return onHurtsChoice(script, before, event, now);
    case "after":
      return onAfter(script, before, event, now);
    case "done":
      return event.kind === "again" && before.ended !== "hurt" ? opened(script, { ...event, ahead: state.ahead }, now) : before;
    case "help":
    case "expired":
      return before;
  }
}

function isWaiting({ screen }: State): boolean {
  return screen === "gate" || screen === "pain-before" || screen === "ready";
}

function onGate(script: Script, state: State, event: Event, now: number): State {
  const questions = script.gate.questions;
  switch (event.kind) {
    case "answer": {
      const question = questions.find(({ finding }) => finding === event.finding);
      if (question === undefined) return state;
      return { ...state, asked: answered(question, state.asked, event.answer, event.follow === true) };
    }
    case "none-of-these":
      if (!mayDenyTheRest(questions, state.asked)) return state;
      return decided(script, { ...state, asked: restDenied(questions, state.asked) }, event.id, now);
    case "gate-done":
      return isDecided(questions, state.asked) ? decided(script, state, event.id, now) : state;
    case "mistake":
      return state.screen === "hurts-gate" && Object.keys(state.asked).length === 0 ? unhurt(state) : state;
    default:
      return state;
  }
}

/** A button pressed by mistake: the workout stands still where it was. */
function unhurt(state: State): State {
  return { ...withLatest(state, state.place.item, { hurt: false }), screen: "moving", paused: "asked" };
}

function decided(script: Script, state: State, id: string, now: number): State {
  const { questions } = script.gate;
  const entry = answeredEntry(id, findings(questions, state.asked), state.zone, rightTime(state, now));
  const written = { ...state, outgoing: [...state.outgoing, entry] };
  if (questions.some((question) => worries(question, state.asked))) return helped(script, written, now);
  return { ...written, screen: state.screen === "gate" ? "pain-before" : "hurts-pain" };
}

/** Danger: the workout is over, and what was done of it is written down at once. */
function helped(script: Script, state: State, now: number): State {
  if (state.screen === "gate") return { ...state, screen: "help" };
  const over: State = { ...state, screen: "help", ended: "help", since: null, paused: null };
  return { ...over, outgoing: [...over.outgoing, practisedEntry(script, over, now)] };
}

function onPainBefore(state: State, event: Event): State {
  if (event.kind === "pain" && isRating(event.value)) return { ...state, pain_before: event.value };
  return event.kind === "pain-told" && state.pain_before !== null ? { ...state, screen: "ready" } : state;
}

function onAfter(script: Script, state: State, event: Event, now: number): State {
  switch (event.kind) {
    case "pain":
      return isRating(event.value) ? { ...state, pain_after: event.value } : state;
    case "effort":
      return isRating(event.value) ? { ...state, effort: event.value } : state;
    case "note":
      return { ...state, note: event.text };
    case "felt":
      return event.item in state.items ? withLatest(state, event.item, { felt: event.felt }) : state;
    case "all-felt":
      return { ...state, felt_all: event.felt };
    case "repetitions":
      return event.item in state.items && isCount(event.count) ? withLatest(state, event.item, { repetitions: event.count }) : state;
    case "save":
      return saved(script, state, now);
    default:
      return state;
  }
}
