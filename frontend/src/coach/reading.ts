/** What the engine says: of each picture, and at the end of an exercise. */

export type SeenCode = "seen" | "nobody" | "step-back" | "turn-to-side" | "turn-to-front" | "not-this-exercise";

export type CueCode = "fault" | "deeper" | "slower" | "hold";

export interface Cue {
  readonly code: CueCode;
  readonly fault: string | null;
}

export interface Reading {
  readonly seen: SeenCode;
  readonly missing: readonly string[];
  readonly count: number;
  readonly side: string;
  readonly progress: number;
  /** Seconds that the last repetition took; null before one. */
  readonly took: number | null;
  readonly holding: boolean;
  readonly hold: number;
  readonly cue: Cue | null;
  readonly praise: boolean;
}

export interface Repetition {
  readonly side: string;
  /** Seconds of the recording's clock. */
  readonly start: number;
  readonly end: number;
  /** How far the counted angle went, in degrees; null where it is none. */
  readonly range: number | null;
  readonly form: number | null;
}

export interface Hold {
  readonly side: string;
  readonly seconds: number;
  readonly form: number | null;
}

export interface Summary {
  readonly count: number;
  /** What is counted: the name of a measure. */
  readonly counts: string | null;
  readonly repetitions: readonly Repetition[];
  readonly holds: readonly Hold[];
  readonly faults: readonly { readonly id: string }[];
}

/** What a page is given of an exercise. */
export interface Spec {
  readonly reference: { readonly view: string };
  readonly words: SpecWords;
}

export interface SpecWords {
  /** Where to put the phone. */
  readonly place: string;
  /** What the camera does here, and what it cannot see. */
  readonly offers: readonly string[];
  /** What to say to a fault of the movement, by its id. */
  readonly faults: Readonly<Record<string, string>>;
  readonly cues: Readonly<Record<Exclude<CueCode, "fault">, string>>;
  readonly praise: readonly string[];
  readonly seen: Readonly<Record<SeenCode | "too-dark" | "paused", string>>;
  /** Parts of the body by the names of landmarks, without their side; and the sentence that holds them. */
  readonly parts: Readonly<Record<string, string>>;
  readonly missing: string;
}
