/** Whether this device's clock is right: held against each answer of the server, and remembered for a week. */

import { keyValue, type KeyValue } from "../storage/simple.ts";

/** Less than this is let be: an answer takes its time, and so does setting a clock by hand. */
export const WRONG_FROM = 5 * 60_000;
/** As long as a script is good for: what is done offline was always preceded by an answer that brought the script. */
const REMEMBERED_FOR = 7 * 24 * 3_600_000;
/** The server takes no entry that lies further ahead; such a one binds nobody. */
const MOST_AHEAD = 26 * 3_600_000;
const KEY = "unbend.clock";
const LAST = "unbend.clock.last";

interface Compared {
  /** Milliseconds by which the device was ahead. */
  readonly ahead: number;
  /** When, by the device's own clock. */
  readonly at: number;
}

export class Clock {
  private compared: Compared | null;
  /** The latest moment that an entry of this device bears. */
  private last: number;

  constructor(private readonly values: KeyValue) {
    this.compared = parsed(values.getItem(KEY));
    this.last = Number(values.getItem(LAST) ?? 0) || 0;
  }

  /** Milliseconds by which this device is ahead; 0 where it is right, or where nobody knows better. */
  ahead(now: number): number {
    if (this.compared === null) return 0;
    const { ahead, at } = this.compared;
    // A clock that stands before the moment of the answer was set back since.
    const holds = now >= at && now - at <= REMEMBERED_FOR;
    return holds && Math.abs(ahead) > WRONG_FROM ? ahead : 0;
  }

  /** What the server's clock said between two moments of the device; what is not a time tells nothing. */
  learn(server: number, sent: number, received: number): void {
    if (!Number.isFinite(server)) return;
    this.compared = { ahead: Math.round((sent + received) / 2 - server), at: received };
    this.keep(KEY, JSON.stringify(this.compared));
  }

  /** Milliseconds to take off `now` for the moment of a new entry: it is right, and after all earlier entries of this
   * device, so that what was said before the clock was known to be wrong never hides what was said after. */
  stamping(now: number): number {
    const ahead = this.ahead(now);
    const early = this.last + 1 - (now - ahead);
    return early > 0 && early < MOST_AHEAD ? ahead - early : ahead;
  }

  /** Entries of these moments were written. */
  wrote(moments: readonly string[]): void {
    const latest = Math.max(this.last, ...moments.map((moment) => Date.parse(moment) || 0));
    if (latest === this.last) return;
    this.last = latest;
    this.keep(LAST, String(latest));
  }

  private keep(key: string, text: string): void {
    try {
      this.values.setItem(key, text);
    } catch {
      // A browser that keeps nothing knows it for as long as the page lives.
    }
  }
}

/** How wrong a clock is, as one says it; null while it is right. */
export function roughly(ahead: number): { word: "clock-minute" | "clock-minutes" | "clock-hours" | "clock-days"; count: number } | null {
  const minutes = Math.round(Math.abs(ahead) / 60_000);
  if (minutes === 0) return null;
  if (minutes === 1) return { word: "clock-minute", count: 1 };
  if (minutes < 90) return { word: "clock-minutes", count: minutes };
  if (minutes < 36 * 60) return { word: "clock-hours", count: Math.round(minutes / 60) };
  return { word: "clock-days", count: Math.round(minutes / (24 * 60)) };
}

let own: Clock | null = null;

/** One clock for the whole page. */
export function deviceClock(): Clock {
  own ??= new Clock(keyValue());
  return own;
}

/** The time that an answer bears on its head. */
export function dateOf(response: Response): number {
  return Date.parse(response.headers.get("Date") ?? "");
}

function parsed(text: string | null): Compared | null {
  try {
    const found = JSON.parse(text ?? "null") as Partial<Compared> | null;
    return typeof found?.ahead === "number" && typeof found.at === "number"
      ? { ahead: found.ahead, at: found.at }
      : null;
  } catch {
    return null;
  }
}
