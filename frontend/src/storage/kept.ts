/** What this device keeps: entries that wait or were refused, scripts, and the workout under way. */

import type { Entry } from "../entry.ts";
import type { State } from "../player/state.ts";
import type { Script, Variant } from "../script.ts";

export interface Waiting {
  readonly id: string;
  readonly person: string;
  readonly entry: Entry;
  /** When it was put here, in milliseconds; entries are sent in this order. */
  readonly added: number;
}

export interface Refused {
  readonly id: string;
  readonly person: string;
  readonly entry: Entry;
  readonly code: string;
  readonly message: string;
}

export interface Run {
  readonly script: Script;
  readonly state: State;
}

export interface KeptScript {
  readonly day: string;
  readonly variant: Variant;
  readonly script: Script;
}

/** "plans" is what a sign-out takes away: everything but what still waits to be sent. */
export type Forget = "plans" | "everything";

export interface Storage {
  waiting(): Promise<Waiting[]>;
  refused(): Promise<Refused[]>;
  /** Keeps the workout as it stands together with what it wants sent: both or neither. */
  keepRun(run: Run, outgoing: readonly Waiting[]): Promise<void>;
  run(): Promise<Run | null>;
  /** Takes out what was acknowledged; what was refused goes to its own list. */
  settle(acknowledged: readonly string[], refused: readonly Refused[]): Promise<void>;
  drop(refused: string): Promise<void>;
  /** Keeps these scripts beside those of other days, and lets go of all that have expired. */
  keepScripts(scripts: readonly Script[], now: number): Promise<void>;
  scripts(): Promise<Script[]>;
  forget(what: Forget): Promise<void>;
}

/** A workout under way, where its script and its state are both there and belong together. */
export function runOf(script: Script | null | undefined, state: State | null | undefined): Run | null {
  return script && state && state.script === script.id ? { script, state } : null;
}

/** What to send, of the workout's entries, in the order in which they came to be. */
export function waitingOf(script: Script, outgoing: readonly Entry[], now: number): Waiting[] {
  return outgoing.map((entry, index) => ({ id: entry.id, person: script.person, entry, added: now + index / 1000 }));
}

export function inOrder(waiting: readonly Waiting[]): Waiting[] {
  return [...waiting].sort((a, b) => a.added - b.added || a.id.localeCompare(b.id));
}

export function isOver(script: Script, now: number): boolean {
  return now >= Date.parse(script.expires_at);
}

/** The script to run without a network: the one of this day, else the newest of its variant. */
export function chosen(scripts: readonly Script[], day: string, variant: Variant): Script | null {
  const own = scripts.filter((script) => script.variant === variant);
  const newest = [...own].sort((a, b) => Date.parse(b.made_at) - Date.parse(a.made_at))[0];
  return own.find((script) => script.day === day) ?? newest ?? null;
}
