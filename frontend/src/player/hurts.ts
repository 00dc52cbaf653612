/** After "it hurts" and the questions: how much, what sort, and what to do now. */

import type { Script } from "../script.ts";
import { atItem, withAttempts, withLatest } from "./advance.ts";
import type { Event } from "./events.ts";
import { running } from "./moving.ts";
import { isRating } from "./rating.ts";
import { UNTRIED, type State } from "./state.ts";
import { attemptsOf, latest, plannedItem } from "./timeline.ts";

/** The numbers by which a workout ends, where the script is from before it brought them. */
const STOP_PAIN = 5;
const STOP_RISE = 2;

/** Pain with which a workout would end, if it rose to there in the middle of it. */
export function isMuch({ gate: { pain } }: Script, told: number | null): boolean {
  return told !== null && told > (pain.stop_pain ?? STOP_PAIN);
}

export function onHurtsPain(script: Script, state: State, event: Event): State {
  const { telling } = state;
  switch (event.kind) {
    case "pain":
      return isRating(event.value) ? { ...state, telling: { ...telling, pain: event.value } } : state;
    case "sort-of-pain":
      return { ...state, telling: { ...telling, sharp: event.sharp, travels: event.travels } };
    case "pain-told":
      return telling.pain === null ? state : told(script, state, telling.pain);
    default:
      return state;
  }
}

function told(script: Script, state: State, pain: number): State {
  const known = { ...state, pain_during: Math.max(pain, state.pain_during ?? 0) };
  return isTooMuch(script, state, pain) ? endedByPain(known) : { ...known, screen: "hurts-choice" };
}

/** Somebody who came with much pain is stopped by its rise alone; everybody else, and whoever did not tell what they came
 * with, by much pain too. */
function isTooMuch(script: Script, { telling, pain_before }: State, pain: number): boolean {
  const { stop_rise = STOP_RISE } = script.gate.pain;
  const much = isMuch(script, pain) && !isMuch(script, pain_before);
  const risen = pain_before !== null && pain >= pain_before + stop_rise;
  return telling.sharp || telling.travels || much || risen;
}

function endedByPain(state: State): State {
  return { ...state, screen: "after", ended: "hurt" };
}

export function onHurtsChoice(script: Script, state: State, event: Event, now: number): State {
  if (event.kind !== "choose") return state;
  switch (event.choice) {
    case "end":
      return endedByPain(state);
    case "go-on":
      return isUsual(state) ? goneOn(state, now) : state;
    case "leave-out":
      return atItem(script, running({ ...state, screen: "moving" }, now), state.place.item + 1);
    case "easier":
      return hasEasier(script, state) ? easier(script, state, now) : state;
  }
}

/** Whether the pain is no more than the person came with: usual pain that does not rise is no reason to stop. */
export function isUsual({ telling, pain_before }: State): boolean {
  return telling.pain !== null && pain_before !== null && telling.pain <= pain_before;
}

function goneOn(state: State, now: number): State {
  return withLatest(running({ ...state, screen: "moving" }, now), state.place.item, { hurt: false });
}

/** Whether the exercise that hurt has an easier one that was not tried yet. */
export function hasEasier(script: Script, state: State): boolean {
  const { item } = state.place;
  return plannedItem(script, item).easier !== null && !latest(attemptsOf(state, item)).easier;
}

function easier(script: Script, state: State, now: number): State {
  const { item } = state.place;
  const [first, ...rest] = attemptsOf(state, item);
  const again = withAttempts(state, item, [first, ...rest, { ...UNTRIED, easier: true }]);
  return atItem(script, running({ ...again, screen: "moving" }, now), item);
}
