/** What each key does while the workout is on the screen. */

import type { Event } from "./events.ts";
import type { State } from "./state.ts";

interface Press {
  readonly key: string;
  readonly target: EventTarget | null;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly repeat: boolean;
}

const KINDS = { ArrowLeft: "back", ArrowRight: "skip", h: "hurts", e: "too-easy", Escape: "pause" } as const;

/** The event of a key; null for a key that belongs to the browser, or to a control that has the focus. */
export function eventOfKey(press: Press, state: State): Event | "mute" | null {
  if (state.screen !== "moving" || press.ctrlKey || press.metaKey || press.altKey || press.repeat) return null;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (key === "m") return "mute";
  if (key === " ") return ownsSpace(press.target) ? null : { kind: state.since === null ? "go-on" : "pause" };
  if (key.startsWith("Arrow") && isSlider(press.target)) return null;
  return key in KINDS ? { kind: KINDS[key as keyof typeof KINDS] } : null;
}

function ownsSpace(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("button, summary, input, a, textarea") !== null;
}

function isSlider(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement;
}
