/** What the camera coach is to the player. The player runs without it, and loads nothing of it before it is asked for. */

import type { Script } from "../script.ts";
import type { Event } from "./events.ts";
import type { State } from "./state.ts";

/** What stands on the stage in place of the player's own words. */
export interface Told {
  readonly label?: string;
  readonly count?: string;
  readonly unit?: string;
  readonly said?: string;
}

export interface Coaching {
  /** The picture and the lines, for the scene. */
  readonly stage: HTMLElement;
  /** What it needs, and the switch that turns the camera on and off. */
  readonly panel: HTMLElement;
  /** Turns the camera on again; shown only while a workout runs that has lost it. */
  readonly offer: HTMLElement;
  /** Looks at the workout as it stands now. */
  follow(state: State): void;
  /** Whether the picture has the scene, and the figure its corner. */
  hasScene(state: State): boolean;
  /** Whether the figure is turned round, so that it stands as the person does in their mirrored picture. */
  isMirrored(state: State): boolean;
  told(state: State): Told | null;
  /** The camera is let go, and all that was loaded. */
  leave(): void;
}

/** What the player gives the coach. */
export interface Desk {
  readonly script: Script;
  readonly state: () => State;
  readonly dispatch: (event: Event) => void;
  readonly say: (text: string) => void;
}

export type StartCoach = (desk: Desk) => Coaching;

/** Whether a camera could do more than keep the time for anything of the workout. */
export function canBeWatched(script: Script): boolean {
  return script.items.some(({ camera }) => camera !== null && camera !== undefined);
}

/** Whether this browser, at this address, may ask for a camera. */
export function hasCamera(): boolean {
  return window.isSecureContext && typeof navigator.mediaDevices?.getUserMedia === "function";
}
