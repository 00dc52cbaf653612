/** Written by `python tools/typescript.py` from the API's own description; a test fails when it differs. */

import type { Entry } from "./entry.ts";

export interface Batch {
  readonly person: string;
  readonly client: number;
  readonly entries: readonly Entry[];
  readonly sent_at?: string | null;
}

export interface Outcome {
  readonly id: string;
  readonly outcome: "stored" | "already" | "refused";
  readonly code?: string | null;
  readonly message?: string | null;
}

export interface Outcomes {
  readonly min_client: number;
  readonly now: string;
  readonly results: readonly Outcome[];
}

export interface Refusal {
  readonly code: string;
  readonly message: string;
}
