/** What a screen is to the player, and what it is given. */

import type { Script } from "../../script.ts";
import type { PlayerWords } from "../../words.ts";
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
}

export const STILL: Screen["update"] = () => undefined;
