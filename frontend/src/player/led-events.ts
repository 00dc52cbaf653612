/** What the camera tells a running workout. Whatever it tells, a tap always does more. */

import type { Script } from "../script.ts";
import { atItem, passed } from "./advance.ts";
import type { Event } from "./events.ts";
import { endOfSet, isSameSet, leadOf } from "./led.ts";
import type { Lead, Led, State } from "./state.ts";
import { currentItem, currentSegment, isWork } from "./timeline.ts";

export function onLed(script: Script, state: State, event: Event): State {
  switch (event.kind) {
    case "lead":
      return { ...state, led: event.by === null ? null : begun(event.by, event.counted ?? 0) };
    case "placed":
      return leadOf(script, state)?.by === "view" ? { ...passed(script, state), led: null } : state;
    case "counted":
      return counted(script, state, event.count);
    case "holding":
      return held(script, state, event.on);
    case "enough":
      return isWork(currentSegment(script, state)) ? afterSet(script, state) : state;
    default:
      return state;
  }
}

function begun(by: Lead, count: number): Led {
  return { by, counted: count, holding: false };
}

function held(script: Script, state: State, holding: boolean): State {
  const led = leadOf(script, state);
  return led === null || led.by !== "hold" ? state : { ...state, led: { ...led, holding } };
}

/** So many repetitions of this set are done: what was still to wait for in them is passed over. */
function counted(script: Script, state: State, count: number): State {
  const led = leadOf(script, state);
  if (led === null || led.by !== "count") return state;
  const [item, here] = [state.place.item, currentSegment(script, state)];
  let passing: State = { ...state, led: { ...led, counted: count } };
  for (;;) {
    const segment = currentSegment(script, passing);
    if (!isSameSet(here, segment)) return { ...passing, led: null };
    if ((segment.repetition ?? Infinity) > count) return passing;
    passing = passed(script, passing);
    if (passing.screen !== "moving" || passing.place.item !== item) return passing;
  }
}

/** The set is over because the person says so; what was left of it does not count as gone through. */
function afterSet(script: Script, state: State): State {
  const { item, segment } = state.place;
  const end = endOfSet(currentItem(script, state), segment);
  if (end >= currentItem(script, state).segments.length) return atItem(script, state, item + 1);
  return { ...state, place: { item, segment: end, spent: 0 }, led: null };
}
