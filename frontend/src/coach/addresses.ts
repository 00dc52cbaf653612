/** Where the coach's parts are, as the page tells. */

import type { PoseUrls } from "./pose.ts";
import type { PythonUrls } from "./python.ts";

export interface CoachUrls {
  readonly pose: PoseUrls;
  readonly python: PythonUrls;
}

/** Reads what `{% coach_addresses %}` wrote. Throws where the page has none. */
export function readCoachUrls(page: Document = document): CoachUrls {
  const told = page.getElementById("coach-addresses")?.textContent;
  if (!told) throw new Error("this page does not say where the coach's parts are");
  return JSON.parse(told) as CoachUrls;
}
