/** How the coach leads the workout: what the player still has to be told, so that it stands where the coach does. */

import type { Event } from "../player/events.ts";
import { leadOf } from "../player/led.ts";
import type { Lead, State } from "../player/state.ts";
import type { Script } from "../script.ts";
import type { Watch } from "./state.ts";

export function leadWanted({ camera, task, byClock, isAway, isAsleep }: Watch): Lead | null {
  return camera === "on" && byClock === null && !isAway && !isAsleep ? (task?.leads ?? null) : null;
}

/** Milliseconds that one repetition takes at the person's own pace; undefined before one was seen. */
export function paceOf({ took }: Watch): number | undefined {
  return [...took].sort((one, other) => one - other)[Math.floor((took.length - 1) / 2)];
}

/** The next thing to tell the player; null where both know the same. */
export function untold(script: Script, state: State, watch: Watch): Event | null {
  const led = leadOf(script, state);
  const wanted = leadWanted(watch);
  if ((led?.by ?? null) !== wanted) return { kind: "lead", by: wanted, counted: watch.counted, pace: paceOf(watch) };
  switch (led?.by) {
    case "view":
      return watch.isPlaced ? { kind: "placed" } : null;
    case "count":
      return led.counted === watch.counted ? null : { kind: "counted", count: watch.counted, pace: paceOf(watch) };
    case "hold":
      return led.holding === watch.holding ? null : { kind: "holding", on: watch.holding };
    case undefined:
      return null;
  }
}
