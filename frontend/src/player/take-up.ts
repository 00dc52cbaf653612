/** Decides at the opening of the player: a workout that was cut short goes on, or a new one begins. */

import type { Script } from "../script.ts";
import type { Run } from "../storage/kept.ts";
import { abandoned, hasBegun, opened, resumed, type Opening } from "./begin.ts";
import type { State } from "./state.ts";

/** A workout that was left for longer is over: nobody goes on cold in its middle. */
const GOOD_FOR = 6 * 3_600_000;
/** Whoever went to the page with the camera just now has answered just now. */
const JUST_NOW = 5 * 60_000;

export interface TakenUp {
  readonly script: Script;
  readonly state: State;
  /** What an earlier workout leaves to be sent, before it makes room. */
  readonly left: Run | null;
}

/** `script` is null when the server says that there is no workout now, or none could be found. `heard`: the server gave
 * the script now, and had been sent all that was said in the workout before. */
export function takenUp(
  kept: Run | null,
  script: Script | null,
  opening: Opening,
  now: number,
  heard: boolean,
): TakenUp | null {
  if (kept !== null && goesOn(kept, script, now, heard))
    return { script: kept.script, state: resumed(kept.state), left: null };
  const left = kept === null ? null : { script: kept.script, state: abandoned(kept.script, kept.state) };
  if (script === null) return null;
  return { script, state: opened(script, opening, now), left };
}

/** Answers that were not confirmed are asked again; so is everything once the person or the server moved on. */
function goesOn({ script, state }: Run, next: Script | null, now: number, heard: boolean): boolean {
  if (next === null || next.person !== script.person) return false;
  // Danger does not go away by asking for a shorter workout, nor by waiting: whoever knows of it decides.
  if (state.screen === "help") return !heard;
  if (now - state.seen > GOOD_FOR) return false;
  if (state.screen === "done") return next.id === script.id;
  return hasBegun(state) || (isOnTheWay(state, now) && next.id === script.id);
}

/** All was answered, and the camera asked for: its page is another one, and asks nothing again. */
function isOnTheWay({ screen, camera, seen }: State, now: number): boolean {
  return screen === "ready" && camera === true && now - seen <= JUST_NOW;
}
