/** The addresses that the server hands to a page, so that nothing here knows where the site is mounted. */

export interface Addresses {
  readonly entries: string | null;
  readonly serviceWorker: string | null;
  readonly workout: string | null;
  readonly offline: string | null;
  readonly signIn: string | null;
  /** Whom the page is about; pages that are the same for everybody do not say. */
  readonly person: string | null;
}

/** Reads `<meta name="unbend" data-entries-url=... >` of the head, then `#player`; what is missing is switched off. */
export function readAddresses(): Addresses {
  const data = document.querySelector<HTMLMetaElement>('meta[name="unbend"]')?.dataset ?? {};
  const player = document.getElementById("player")?.dataset ?? {};
  const found = (key: string) => data[key] || player[key] || null;
  return {
    entries: found("entriesUrl"),
    serviceWorker: found("serviceWorkerUrl"),
    workout: found("workoutUrl"),
    offline: found("offlineUrl"),
    signIn: found("signInUrl"),
    person: found("person"),
  };
}

export function csrfToken(page: ParentNode = document): string {
  return page.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? "";
}
