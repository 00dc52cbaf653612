/** What the server says to a batch of entries, and what follows from it for each. */

import type { Entry } from "../entry.ts";
import type * as generated from "../generated/api.ts";
import type { Outcome, Outcomes } from "../generated/api.ts";
import type { Refused, Waiting } from "../storage/kept.ts";

/** The version of what this program sends; the server names the oldest that it still likes. */
export const CLIENT = 1;
export const BATCH = 100;

export type Result = Outcome;
export type Answer = Outcomes;
export type Batch = Omit<generated.Batch, "entries"> & { readonly entries: readonly Entry[] };

/** What waits, in batches of one person each. */
export function batches(waiting: readonly Waiting[]): Batch[] {
  return [...byPerson(waiting)].flatMap(([person, own]) =>
    Array.from({ length: Math.ceil(own.length / BATCH) }, (_, index) => ({
      person,
      client: CLIENT,
      entries: own.slice(index * BATCH, (index + 1) * BATCH).map(({ entry }) => entry),
    })),
  );
}

export interface Settled {
  readonly acknowledged: string[];
  readonly refused: Refused[];
}

/** What may leave the outbox: only ids that were sent and are named in the answer. */
export function settled(batch: Batch, answer: Answer): Settled {
  const sent = new Map(batch.entries.map((entry) => [entry.id, entry]));
  const found: Settled = { acknowledged: [], refused: [] };
  for (const { id, outcome, code, message } of answer.results) {
    const entry = sent.get(id);
    if (entry === undefined) continue;
    if (outcome === "stored" || outcome === "already") found.acknowledged.push(id);
    if (outcome === "refused") {
      found.refused.push({ id, person: batch.person, entry, code: code ?? "", message: message ?? "" });
    }
  }
  return found;
}

/** An answer from the server, or null where something else answered in its place. */
export function asAnswer(raw: unknown): Answer | null {
  if (typeof raw !== "object" || raw === null || !("results" in raw) || !Array.isArray(raw.results)) return null;
  const least = "min_client" in raw && typeof raw.min_client === "number" ? raw.min_client : 0;
  const now = "now" in raw && typeof raw.now === "string" ? raw.now : "";
  return { min_client: least, now, results: raw.results as Result[] };
}

/** Why all of a batch was refused: the server's code, or none where something else answered in its place. */
export async function codeOf(response: Response): Promise<string> {
  const said: unknown = await response.json().catch(() => null);
  return typeof said === "object" && said !== null && "code" in said ? String(said.code) : "";
}

function byPerson(waiting: readonly Waiting[]): Map<string, Waiting[]> {
  const found = new Map<string, Waiting[]>();
  for (const one of waiting) found.set(one.person, [...(found.get(one.person) ?? []), one]);
  return found;
}
