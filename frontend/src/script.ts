/** The workout script: a timed list that Python compiled and the player runs. Times are seconds, words are final. */

export type Side = "left" | "right" | "both";
export type SegmentKind = "next" | "get-ready" | "move" | "hold" | "breathe" | "go" | "switch-side" | "rest";
export type Slot = "warm-up" | "main" | "ease";
export type Variant = "planned" | "short" | "no-floor";

export interface Script {
  readonly version: 1;
  readonly id: string;
  readonly person: string;
  readonly language: string;
  readonly day: string;
  readonly variant: Variant;
  readonly made_at: string;
  readonly expires_at: string;
  readonly title: string;
  readonly seconds: number;
  readonly items: readonly Item[];
  readonly gate: Gate;
  readonly help: Help;
}

export interface Item {
  readonly exercise: string;
  readonly name: string;
  readonly slot: Slot;
  readonly dose: string;
  readonly steps: readonly string[];
  readonly cues: readonly string[];
  readonly breathing: string;
  readonly feel: string;
  readonly stop_if: readonly string[];
  readonly figures: { readonly right: Figures; readonly left: Figures };
  readonly round_seconds: number;
  readonly target_seconds: number;
  readonly seconds: number;
  readonly segments: readonly Segment[];
  readonly easier: Item | null;
}

export interface Figures {
  readonly moving: string;
  readonly start: string;
  readonly end: string;
}

export interface Segment {
  readonly kind: SegmentKind;
  readonly seconds: number;
  readonly side: Side;
  readonly set: number;
  readonly sets: number;
  readonly repetition: number | null;
  readonly repetitions: number | null;
  readonly figure: FigureWindow;
  readonly breath: Breath | null;
  readonly say: string | null;
}

/** Times in the round of the moving figure; equal ends are a still, `loop` plays on at its own pace from `from`. */
export interface FigureWindow {
  readonly from: number;
  readonly to: number;
  readonly loop: boolean;
}

export interface Breath {
  readonly in: number;
  readonly out: number;
}

export interface Gate {
  readonly questions: readonly Question[];
  readonly pain: { readonly text: string; readonly low: string; readonly high: string };
}

export interface Question {
  readonly finding: string;
  readonly text: string;
  readonly help: string | null;
  readonly follow_up: string | null;
  readonly worrying: "yes" | "no";
}

export interface Help {
  readonly title: string;
  readonly now: readonly string[];
  readonly same_day: readonly string[];
  readonly numbers: readonly { readonly who: string; readonly number: string }[];
  readonly look_again: string;
  readonly letter: string;
}
