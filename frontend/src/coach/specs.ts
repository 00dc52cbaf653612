/** What the coach is given of each exercise: fetched once, and kept for when there is no network. */

import { keepOffline } from "../offline/worker-link.ts";
import { figureUrls } from "../player/fetch-script.ts";
import type { Script } from "../script.ts";
import type { Spec } from "./reading.ts";

export class Specs {
  private readonly known = new Map<string, Promise<Spec | null>>();

  /** Null where it cannot be had: that exercise goes by the clock. */
  of(url: string): Promise<Spec | null> {
    const known = this.known.get(url);
    if (known !== undefined) return known;
    const fetching = fetched(url).catch(() => null);
    this.known.set(url, fetching);
    void fetching.then((found) => found ?? this.known.delete(url));
    return fetching;
  }

  /** Those of the whole workout, so that it can be done from here on without a network. */
  prepare(script: Script): void {
    const urls = referencesOf(script);
    for (const url of urls) void this.of(url);
    void keepOffline([...figureUrls([script]), ...urls]);
  }
}

async function fetched(url: string): Promise<Spec | null> {
  const response = await fetch(url, { credentials: "same-origin" });
  return response.ok ? ((await response.json()) as Spec) : null;
}

export function referencesOf({ items }: Script): string[] {
  const all = items.flatMap((item) => [item.camera, item.easier?.camera]);
  return [...new Set(all.flatMap((camera) => (camera ? [camera.reference] : [])))];
}
