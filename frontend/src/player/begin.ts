/** How a workout comes to be, is taken up again, or is put away. */

import type { Script } from "../script.ts";
import { practisedEntry } from "./results.ts";
import { NOTHING_TOLD, rightTime, UNTRIED, type State } from "./state.ts";

export interface Opening {
  readonly run: string;
  readonly zone: number;
  readonly ahead?: number | undefined;
}

/** A workout before its first question. */
export function opened(script: Script, { run, zone, ahead }: Opening, now: number): State {
  return {
    run,
    zone,
    ahead,
    script: script.id,
    screen: isExpired(script, rightTime({ ahead }, now)) ? "expired" : script.gate.questions.length > 0 ? "gate" : "pain-before",
    asked: {},
    telling: NOTHING_TOLD,
    items: script.items.map(() => [UNTRIED]),
    place: { item: 0, segment: 0, spent: 0 },
    since: null,
    paused: null,
    elapsed: 0,
    seen: now,
    pain_before: null,
    pain_during: null,
    pain_after: null,
    effort: null,
    felt_all: null,
    note: "",
    ended: null,
    outgoing: [],
  };
}

export function isExpired(script: Script, now: number): boolean {
  return now >= Date.parse(script.expires_at);
}

/** A workout taken up again after its page was gone: where it was, and standing still. */
export function resumed(state: State): State {
  return state.screen === "moving" ? { ...state, since: null, paused: "resumed", led: null } : state;
}

/** A workout that nobody will take up again; what was done of it is written down as it stands. */
export function abandoned(script: Script, state: State): State {
  if (!hasBegun(state) || state.screen === "done" || state.screen === "help") return state;
  const ended = state.ended ?? (state.screen === "moving" ? "stopped" : "hurt");
  return saved(script, { ...state, since: null, ended }, state.seen);
}

export function hasBegun(state: State): boolean {
  return state.ended !== null || state.elapsed > 0;
}

/** The workout with its own entry among what is to be sent. */
export function saved(script: Script, state: State, now: number): State {
  return { ...state, screen: "done", outgoing: [...state.outgoing, practisedEntry(script, state, now)] };
}
