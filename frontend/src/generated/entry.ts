/** Written by `python tools/typescript.py` from `unbend schema entry`; a test fails when it differs. */

export interface AnsweredEntry {
  readonly id: string;
  readonly kind: "answered";
  readonly version?: 1;
  readonly happened_at: string;
  readonly corrects?: string;
  readonly data: {
    readonly findings: Readonly<Record<string, number | readonly string[] | string>>;
  };
}

export interface AuditedEntry {
  readonly id: string;
  readonly kind: "audited";
  readonly version?: 1;
  readonly happened_at: string;
  readonly corrects?: string;
  readonly data: {
    readonly audit: Readonly<Record<string, number | readonly string[] | string>>;
  };
}

export interface TestedEntry {
  readonly id: string;
  readonly kind: "tested";
  readonly version?: 1;
  readonly happened_at: string;
  readonly corrects?: string;
  readonly data: {
    readonly tests: Readonly<Record<string, number | {
      readonly left?: number;
      readonly right?: number;
    }>>;
  };
}

export interface WishedEntry {
  readonly id: string;
  readonly kind: "wished";
  readonly version?: 1;
  readonly happened_at: string;
  readonly corrects?: string;
  readonly data: {
    readonly wishes: {
      readonly minutes?: number;
      readonly days?:
        | number
        | readonly ("monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")[];
      readonly equipment?: readonly string[];
      readonly positions?: readonly ("floor" | "bed" | "chair" | "standing")[];
      readonly "time-of-day"?: "on-waking" | "morning" | "midday" | "evening" | "any";
      readonly shifts?: "none" | "early" | "late" | "nights" | "rotating";
      readonly goal?: "less-pain" | "daily-life" | "work" | "sport" | "prevention";
    };
  };
}

export interface ClearedEntry {
  readonly id: string;
  readonly kind: "cleared";
  readonly version?: 1;
  readonly happened_at: string;
  readonly corrects?: string;
  readonly data: {
    readonly by: string;
    readonly covers: readonly string[];
    readonly allows: "none" | "gentle" | "plan";
  };
}

export interface NextDayEntry {
  readonly id: string;
  readonly kind: "next-day";
  readonly version?: 1 | 2;
  readonly happened_at: string;
  readonly corrects?: string;
  readonly data: {
    readonly pain: number;
    readonly compared?: "better" | "same" | "worse";
    readonly slept?: "well" | "so-so" | "badly";
    readonly sat?: "little" | "some" | "much";
  };
}

export interface MeasuredEntry {
  readonly id: string;
  readonly kind: "measured";
  readonly version?: 1;
  readonly happened_at: string;
  readonly corrects?: string;
  readonly data: {
    readonly measure: "nrs-average" | "nrs-worst" | "rmdq-24" | "psfs" | "peg" | "global-change" | "confidence";
    readonly answers: Readonly<Record<string, number>>;
  };
}

export interface PractisedEntry {
  readonly id: string;
  readonly kind: "practised";
  readonly version?: 1 | 2 | 3 | 4;
  readonly happened_at: string;
  readonly corrects?: string;
  readonly data: {
    readonly exercises: readonly {
      readonly exercise: string;
      readonly instead_of?: string;
      readonly outcome?: "done" | "part" | "skipped" | "hurt";
      readonly felt?: "easy" | "right" | "hard";
      readonly step?: number;
      readonly sets?: number;
      readonly seconds?: number;
      readonly repetitions?: number;
      readonly camera?: {
        readonly repetitions?: number;
        readonly seconds?: number;
        readonly range?: {
          readonly low: number;
          readonly high: number;
        };
        readonly form?: number;
        readonly measure?: string;
        readonly sides?: {
          readonly left?: {
            readonly repetitions?: number;
            readonly seconds?: number;
            readonly range?: {
              readonly low: number;
              readonly high: number;
            };
            readonly form?: number;
          };
          readonly right?: {
            readonly repetitions?: number;
            readonly seconds?: number;
            readonly range?: {
              readonly low: number;
              readonly high: number;
            };
            readonly form?: number;
          };
        };
        readonly faults?: readonly string[];
      };
    }[];
    readonly pain_before?: number;
    readonly pain_during?: number;
    readonly pain_after?: number;
    readonly effort?: number;
    readonly pain_sort?: readonly ("sharp" | "travels")[];
    readonly script?: string;
    readonly phase?: "calm" | "restore" | "strengthen" | "maintain";
    readonly note?: string;
    readonly seconds?: number;
    readonly ended?: "finished" | "stopped" | "hurt" | "help";
  };
}

export interface WalkedEntry {
  readonly id: string;
  readonly kind: "walked";
  readonly version?: 1;
  readonly happened_at: string;
  readonly corrects?: string;
  readonly data: {
    readonly minutes: number;
  };
}

export interface DeclinedEntry {
  readonly id: string;
  readonly kind: "declined";
  readonly version?: 1;
  readonly happened_at: string;
  readonly corrects?: string;
  readonly data: {
    readonly exercise: string;
    readonly why?: string;
    readonly again?: boolean;
  };
}

export interface KeptEntry {
  readonly id: string;
  readonly kind: "kept";
  readonly version?: 1;
  readonly happened_at: string;
  readonly corrects?: string;
  readonly data: {
    readonly exercise: string;
    readonly no_longer?: boolean;
  };
}

export interface SwappedEntry {
  readonly id: string;
  readonly kind: "swapped";
  readonly version?: 1;
  readonly happened_at: string;
  readonly corrects?: string;
  readonly data: {
    readonly exercise: string;
    readonly to: string;
  };
}

export interface PutOffEntry {
  readonly id: string;
  readonly kind: "put-off";
  readonly version?: 1;
  readonly happened_at: string;
  readonly corrects?: string;
  readonly data: {
    readonly exercise: string;
  };
}

export interface MovedEntry {
  readonly id: string;
  readonly kind: "moved";
  readonly version?: 1;
  readonly happened_at: string;
  readonly corrects?: string;
  readonly data: {
    readonly from: string;
    readonly to?: string;
  };
}

export interface PreferredEntry {
  readonly id: string;
  readonly kind: "preferred";
  readonly version?: 1;
  readonly happened_at: string;
  readonly corrects?: string;
  readonly data: {
    readonly units?: "metric" | "imperial";
    readonly "time-zone"?: string;
    readonly language?: string;
    readonly country?: string;
    readonly voice?: boolean;
    readonly beeps?: boolean;
  };
}

export interface ReadEntry {
  readonly id: string;
  readonly kind: "read";
  readonly version?: 1;
  readonly happened_at: string;
  readonly corrects?: string;
  readonly data: {
    readonly lesson: string;
  };
}

export interface SetAsideEntry {
  readonly id: string;
  readonly kind: "set-aside";
  readonly version?: 1;
  readonly happened_at: string;
  readonly corrects?: string;
  readonly data: {
    readonly thing: string;
  };
}

export interface AdvisedEntry {
  readonly id: string;
  readonly kind: "advised";
  readonly version?: 1;
  readonly happened_at: string;
  readonly corrects?: string;
  readonly data: {
    readonly what: "safety" | "plan" | "script";
    readonly catalogue: string;
    readonly software: string;
    readonly seed?: number;
    readonly content: Readonly<Record<string, unknown>>;
  };
}

export type Entry =
  | AnsweredEntry
  | AuditedEntry
  | TestedEntry
  | WishedEntry
  | ClearedEntry
  | NextDayEntry
  | MeasuredEntry
  | PractisedEntry
  | WalkedEntry
  | DeclinedEntry
  | KeptEntry
  | SwappedEntry
  | PutOffEntry
  | MovedEntry
  | PreferredEntry
  | ReadEntry
  | SetAsideEntry
  | AdvisedEntry;
