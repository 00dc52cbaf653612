/** How the coach leads the workout: what the player still has to be told, so that it stands where the coach does. */

import type { Event } from "../player/events.ts";
import { leadOf } from "../player/led.ts";
import type { Lead, State } from "../player/state.ts";
import type { Script } from "../script.ts";
import type { Watch } from "./state.ts";

export function leadWanted({ camera, task, byClock, isAway }: Watch): Lead | null {
  return camera === "on" && byClock === null && !isAway ? (task?.leads ?? null) : null;
}

/** The next thing to tell the player; null where both know the same. */
export function untold(script: Script, state: State, watch: Watch): Event | null {
  const led = leadOf(script, state);
  const wanted = leadWanted(watch);
  if ((led?.by ?? null) !== wanted) return { kind: "lead", by: wanted, counted: watch.counted };
  switch (led?.by) {
    case "view":
      return watch.isPlaced ? { kind: "placed" } : null;
    case "count":
      return led.counted === watch.counted ? null : { kind: "counted", count: watch.counted };
    case "hold":
      return led.holding === watch.holding ? null : { kind: "holding", on: watch.holding };
    case undefined:
      return null;
  }
}
