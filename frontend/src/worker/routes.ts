/** What the service worker does with a request: a pure decision, so that it can be tested. */

export type Route = "asset" | "later" | "figure" | "page" | "pass";

export interface Asked {
  readonly method: string;
  readonly mode: string;
  readonly url: string;
}

export interface Places {
  /** Where this worker reigns, ending in a slash: the site may be mounted below a path. */
  readonly scope: string;
  /** Where the built files are, ending in a slash. */
  readonly built: string;
  /** The built files that only some ask for, like those of the camera coach, by their names below `built`. */
  readonly later: readonly string[];
}

/** Assets and figures carry a hash in their address and never change; all else is asked of the server. */
export function routeOf(asked: Asked, { scope, built, later }: Places): Route {
  if (asked.method !== "GET") return "pass";
  const url = new URL(asked.url);
  if (url.href.startsWith(built)) return later.includes(url.href.slice(built.length)) ? "later" : "asset";
  if (!url.href.startsWith(scope)) return "pass";
  if (url.pathname.startsWith(`${new URL(scope).pathname}figures/`)) return "figure";
  return asked.mode === "navigate" ? "page" : "pass";
}

/** The catalogue that a picture is drawn from: `.../figures/<hash>/<exercise>/...`. */
export function catalogueOf(url: string): string | null {
  return /\/figures\/([^/]+)\//.exec(new URL(url).pathname)?.[1] ?? null;
}

/** Pictures of other catalogues than those just asked for: nobody will ask for them again. */
export function outdated(kept: readonly string[], asked: readonly string[]): string[] {
  const current = new Set(asked.map(catalogueOf));
  return current.size === 0 ? [] : kept.filter((url) => !current.has(catalogueOf(url)));
}

/** The same page whatever its query: a variant of the workout is chosen in the page itself. */
export function samePage(a: string, b: string): boolean {
  const [first, second] = [new URL(a), new URL(b)];
  return first.origin === second.origin && first.pathname === second.pathname;
}
