/** What a screen is to the player, and what it is given. */

import type { Script } from "../../script.ts";
import type { PlayerWords } from "../../words.ts";
import type { Coaching } from "../coaching.ts";
import type { Event } from "../events.ts";
import type { FigureStage } from "../figure.ts";
import type { Settings } from "../settings.ts";
import type { State } from "../state.ts";

export interface Screen {
  readonly element: HTMLElement;
  /** Shows the state as it is now; called for each change and, while time runs, for each frame. */
  readonly update: (state: State) => void;
}

export interface House {
  readonly script: Script;
  readonly words: PlayerWords;
  readonly home: string;
  readonly letter: string;
  readonly figure: FigureStage;
  readonly settings: () => Settings;
  readonly change: (settings: Settings) => void;
  readonly dispatch: (event: Event) => void;
  readonly id: () => string;
  readonly trySound: () => void;
  readonly hasVoice: () => boolean;
  readonly isStill: () => boolean;
  /** What this address or browser withholds, in words. */
  readonly missing: () => readonly string[];
  /** Null on a page without the camera. */
  readonly coach: Coaching | null;
  /** Goes to the page with the camera; null where it could not be of use. */
  readonly cameraPage: (() => Promise<void>) | null;
}

export const STILL: Screen["update"] = () => undefined;
