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
      return { ...state, led: event.by === null ? null : begun(script, state, event.by, event) };
    case "placed":
      return leadOf(script, state)?.by === "view" ? { ...passed(script, state), led: null } : state;
    case "counted":
      return counted(script, state, event);
    case "holding":
      return held(script, state, event.on);
    case "enough":
      return isWork(currentSegment(script, state)) ? afterSet(script, state) : state;
    default:
      return state;
  }
}

type Counted = { readonly counted?: number; readonly pace?: number | undefined };

/** What the clock led through before is over: nobody does it again because the camera did not see it. */
function begun(script: Script, state: State, by: Lead, { counted = 0, pace }: Counted): Led {
  const over = by === "count" ? (currentSegment(script, state).repetition ?? 1) - 1 : 0;
  return { by, counted, from: Math.max(0, over - counted), pace, holding: false };
}

function held(script: Script, state: State, holding: boolean): State {
  const led = leadOf(script, state);
  return led === null || led.by !== "hold" ? state : { ...state, led: { ...led, holding } };
}

/** So many repetitions of this set are done: what was still to wait for in them is passed over. */
function counted(script: Script, state: State, { count, pace }: { count: number; pace?: number | undefined }): State {
  const led = leadOf(script, state);
  if (led === null || led.by !== "count") return state;
  const [item, here] = [state.place.item, currentSegment(script, state)];
  const over = count + (led.from ?? 0);
  let passing: State = { ...state, led: { ...led, counted: count, pace: pace ?? led.pace } };
  for (;;) {
    const segment = currentSegment(script, passing);
    if (!isSameSet(here, segment)) return { ...passing, led: null };
    if ((segment.repetition ?? Infinity) > over) return passing;
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
