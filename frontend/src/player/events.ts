/** All that can happen to a workout. What needs a new id brings it along, so that the reducer stays pure. */

import type { Answer, Felt } from "../entry.ts";
import type { Lead, Seen } from "./state.ts";

export type Choice = "go-on" | "easier" | "leave-out" | "end";

export type Event =
  | { readonly kind: "tick" }
  | { readonly kind: "answer"; readonly finding: string; readonly answer: Answer; readonly follow?: boolean }
  | { readonly kind: "none-of-these"; readonly id: string }
  | { readonly kind: "gate-done"; readonly id: string }
  | { readonly kind: "pain"; readonly value: number }
  | { readonly kind: "pain-told" }
  | { readonly kind: "start" }
  | { readonly kind: "pause" }
  | { readonly kind: "go-on" }
  | { readonly kind: "ready" }
  | { readonly kind: "back" }
  | { readonly kind: "skip" }
  | { readonly kind: "stop" }
  | { readonly kind: "hurts" }
  | { readonly kind: "mistake" }
  | { readonly kind: "sort-of-pain"; readonly sharp: boolean; readonly travels: boolean }
  | { readonly kind: "choose"; readonly choice: Choice }
  | { readonly kind: "too-easy" }
  | { readonly kind: "camera"; readonly on: boolean }
  | { readonly kind: "lead"; readonly by: Lead | null; readonly counted?: number; readonly pace?: number | undefined }
  | { readonly kind: "placed" }
  | { readonly kind: "counted"; readonly count: number; readonly pace?: number | undefined }
  | { readonly kind: "holding"; readonly on: boolean }
  | { readonly kind: "enough" }
  | { readonly kind: "seen"; readonly item: number; readonly attempt: number; readonly seen: Seen }
  | { readonly kind: "repetitions"; readonly item: number; readonly count: number }
  | { readonly kind: "felt"; readonly item: number; readonly felt: Felt }
  | { readonly kind: "all-felt"; readonly felt: Felt }
  | { readonly kind: "effort"; readonly value: number }
  | { readonly kind: "note"; readonly text: string }
  | { readonly kind: "save" }
  | { readonly kind: "again"; readonly run: string; readonly zone: number };
