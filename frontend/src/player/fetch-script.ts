/** The script of a workout: from the server when it answers, else the one that this device keeps. */

import { dateOf, type Clock } from "../offline/clock.ts";
import type { Script, Variant } from "../script.ts";
import { chosen, type Storage } from "../storage/kept.ts";

export type Found =
  | { readonly kind: "script"; readonly script: Script; readonly fresh: boolean }
  | { readonly kind: "none" | "sign-in" }
  | { readonly kind: "no-workout"; readonly message: string; readonly checkFirst: boolean };

export interface Here {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly now: () => number;
}

const PATIENCE = 6_000;

export function variantOf(search: string): Variant {
  const asked = new URLSearchParams(search).get("variant");
  return asked === "short" || asked === "no-floor" ? asked : "planned";
}

/** Only a network that fails falls back to what is kept: when the server says no, it has its reason. */
export async function findScript(url: string, variant: Variant, { storage, clock, now }: Here): Promise<Found> {
  let response: Response;
  const asked = now();
  try {
    response = await fetch(withVariant(url, variant), {
      credentials: "same-origin",
      headers: { Accept: "application/json" },
      signal: AbortSignal.timeout(PATIENCE),
    });
  } catch {
    return kept(storage, variant, now());
  }
  clock.learn(dateOf(response), asked, now());
  if (response.status >= 500) return kept(storage, variant, now());
  if (response.status === 401 || isPage(response)) return { kind: "sign-in" };
  if (!response.ok) return refused(response, storage);
  const script = (await response.json()) as Script;
  await storage.keepScripts([script], now()).catch(() => undefined);
  return { kind: "script", script, fresh: true };
}

async function kept(storage: Storage, variant: Variant, now: number): Promise<Found> {
  const script = chosen(await storage.scripts(), dayOf(now), variant);
  return script === null ? { kind: "none" } : { kind: "script", script, fresh: false };
}

/** The day on the person's own calendar. */
export function dayOf(now: number): string {
  const date = new Date(now);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function withVariant(url: string, variant: Variant): string {
  const address = new URL(url, location.href);
  address.searchParams.set("variant", variant);
  return address.href;
}

/** Why the server has no workout, in its own words. Where there is no plan, and where the check comes first, no workout
 * of before is kept either. */
async function refused(response: Response, storage: Storage): Promise<Found> {
  const said: unknown = await response.json().catch(() => null);
  const { code, message = "" } = (typeof said === "object" && said !== null ? said : {}) as Record<string, string>;
  const checkFirst = code?.startsWith("look-again") ?? false;
  if (code === "no-plan" || checkFirst) await storage.keepScripts([], Infinity).catch(() => undefined);
  return { kind: "no-workout", message, checkFirst };
}

/** A sign-in page that came in the script's place. */
function isPage(response: Response): boolean {
  return response.ok && !(response.headers.get("Content-Type") ?? "").includes("json");
}

export function figureUrls(scripts: readonly Script[]): string[] {
  const items = scripts.flatMap(({ items: all }) =>
    all.flatMap((item) => (item.easier ? [item, item.easier] : [item])),
  );
  const urls = items.flatMap(({ figures }) =>
    [figures.right, figures.left].flatMap((one) => Object.values(one) as string[]),
  );
  return [...new Set(urls)];
}
