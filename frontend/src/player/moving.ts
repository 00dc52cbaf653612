/** What a person can do while the workout runs, or stands still for a moment. */

import type { Script } from "../script.ts";
import { atItem, passed, withLatest } from "./advance.ts";
import type { Event } from "./events.ts";
import { onLed } from "./led-events.ts";
import { NOTHING_TOLD, type State } from "./state.ts";
import { attemptsOf, currentItem, currentSegment, isWork, latest, spentInItem } from "./timeline.ts";

/** "Back" within this time of an exercise's start means the exercise before. */
const JUST_BEGUN = 3000;

export function onMoving(script: Script, state: State, event: Event, now: number): State {
  switch (event.kind) {
    case "pause":
      return { ...state, since: null, paused: "asked" };
    case "go-on":
      return state.since === null ? running(state, now) : state;
    case "ready":
      return isWork(currentSegment(script, state)) ? state : passed(script, state);
    case "back":
      return atItem(script, state, before(script, state));
    case "skip":
      return atItem(script, state, state.place.item + 1);
    case "too-easy":
      return withLatest(state, state.place.item, { felt: "easy" });
    case "stop":
      return { ...state, screen: "after", since: null, paused: null, led: null, ended: "stopped" };
    case "hurts":
      return stoppedByPain(script, state);
    default:
      return onLed(script, state, event);
  }
}

export function running(state: State, now: number): State {
  return { ...state, since: now, paused: null };
}

/** The item to go back to: this one from its start, or the one before; never one that hurt. */
function before(script: Script, state: State): number {
  const { item } = state.place;
  if (spentInItem(currentItem(script, state), state.place) > JUST_BEGUN) return item;
  for (let index = item - 1; index >= 0; index -= 1) {
    if (!latest(attemptsOf(state, index)).hurt) return index;
  }
  return item;
}

function stoppedByPain(script: Script, state: State): State {
  const screen = script.gate.questions.length > 0 ? "hurts-gate" : "hurts-pain";
  const halted: State = { ...state, screen, since: null, paused: null, led: null, asked: {}, telling: NOTHING_TOLD };
  return withLatest(halted, state.place.item, { hurt: true });
}
