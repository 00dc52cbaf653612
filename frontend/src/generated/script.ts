/** Written by `python tools/typescript.py` from `unbend schema script`; a test fails when it differs. */

export interface Script {
  readonly version: 1;
  readonly id: string;
  readonly person: string;
  readonly language: string;
  readonly day: string;
  readonly variant: "planned" | "short" | "no-floor";
  /** Of the plan that it is of. */
  readonly phase?: "calm" | "restore" | "strengthen" | "maintain";
  readonly made_at: string;
  readonly expires_at: string;
  readonly title: string;
  /** The sum of all segments. */
  readonly seconds: number;
  /** What the person wants to hear, unless they say otherwise on the device itself. */
  readonly sound?: {
    readonly voice: boolean;
    readonly beeps: boolean;
  };
  readonly items: readonly Item[];
  readonly gate: {
    readonly questions: readonly {
      readonly finding: string;
      readonly text: string;
      readonly help: string | null;
      readonly follow_up: string | null;
      readonly worrying: "yes" | "no";
    }[];
    readonly pain: {
      readonly text: string;
      readonly low: string;
      readonly high: string;
      /** Above this, pain that rose since the start ends the workout. */
      readonly stop_pain?: number;
      /** So much more than at the start ends it at any height. */
      readonly stop_rise?: number;
    };
  };
  readonly help: {
    readonly title: string;
    readonly now: readonly string[];
    readonly same_day: readonly string[];
    readonly numbers: readonly {
      readonly who: string;
      readonly number: string;
    }[];
    readonly look_again: string;
    readonly letter: string;
  };
}

export interface Item {
  readonly exercise: string;
  readonly slot: "warm-up" | "main" | "ease";
  readonly name: string;
  readonly dose: string;
  readonly breathing: string;
  readonly feel: string;
  readonly steps: readonly string[];
  readonly cues: readonly string[];
  readonly stop_if: readonly string[];
  /** How far along its dose it is given, from 0. */
  readonly step?: number;
  readonly figures: {
    readonly right: Figures;
    readonly left: Figures;
  };
  /** One round of the moving figure. */
  readonly round_seconds: number;
  /** When in the round the target pose is reached. */
  readonly target_seconds: number;
  /** The sum of its segments. */
  readonly seconds: number;
  readonly segments: readonly Segment[];
  readonly camera?: Camera | null;
  readonly easier: Easier | null;
}

export interface Easier {
  readonly exercise: string;
  readonly slot: "warm-up" | "main" | "ease";
  readonly name: string;
  readonly dose: string;
  readonly breathing: string;
  readonly feel: string;
  readonly steps: readonly string[];
  readonly cues: readonly string[];
  readonly stop_if: readonly string[];
  /** How far along its dose it is given, from 0. */
  readonly step?: number;
  readonly figures: {
    readonly right: Figures;
    readonly left: Figures;
  };
  /** One round of the moving figure. */
  readonly round_seconds: number;
  /** When in the round the target pose is reached. */
  readonly target_seconds: number;
  /** The sum of its segments. */
  readonly seconds: number;
  readonly segments: readonly Segment[];
  readonly camera?: Camera | null;
  readonly easier: null;
}

export interface Segment {
  readonly kind: "next" | "get-ready" | "move" | "hold" | "breathe" | "go" | "switch-side" | "rest";
  readonly seconds: number;
  readonly side: "left" | "right" | "both";
  readonly set: number;
  readonly sets: number;
  readonly repetition: number | null;
  readonly repetitions: number | null;
  /** Times of the round; a time past the round is in the next one; from equal to is a still. */
  readonly figure: {
    readonly from: number;
    readonly to: number;
    readonly loop: boolean;
  };
  readonly breath: {
    readonly in: number;
    readonly out: number;
  } | null;
  /** Spoken when the segment begins. */
  readonly say: string | null;
}

export interface Figures {
  readonly moving: string;
  readonly start: string;
  readonly end: string;
}

export interface Camera {
  /** From where it looks. */
  readonly view: "side" | "front" | "back" | "three-quarter";
  /** It counts repetitions, or times a hold. */
  readonly by: "count" | "hold";
  /** The sides take turns within a repetition. */
  readonly alternates: boolean;
  /** The address of what it holds the exercise against. */
  readonly reference: string;
  /** It may ask to go a little farther; where it is missing, it may not. */
  readonly farther?: boolean;
}
