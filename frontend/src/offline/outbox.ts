/** Sends what waits, from every page, whenever there is a chance: at opening, on a connection, on coming back. */

import { csrfToken } from "../addresses.ts";
import { APPENDED } from "../signals.ts";
import type { Storage } from "../storage/kept.ts";
import type { PageWords } from "../words.ts";
import { dateOf, deviceClock } from "./clock.ts";
import { showOutbox } from "./outbox-line.ts";
import { dropBeforeLeaving, showUnsent } from "./leaving.ts";
import { Sender, type Status } from "./sender.ts";

const LOCK = "unbend-sender";

export interface Outbox {
  readonly storage: Storage;
  readonly entries: string;
  readonly signIn: string | null;
  readonly host: HTMLElement;
  readonly words: PageWords;
  /** Whom the page is about, if it says. */
  readonly person: string | null;
}

export function startOutbox({ storage, entries, signIn, host, words, person }: Outbox): Sender {
  // Who leaves decides over what is theirs; what others left here is not for them to throw away.
  const own = async () => (await storage.waiting()).filter((one) => one.person === person).map(({ id }) => id);
  const leaving = document.querySelector<HTMLElement>("[data-unsent]");
  const showStatus = (status: Status) => {
    void showOutbox(host, status, { storage, words, signIn, person, changed: () => void sender.tell() });
    if (leaving !== null) void own().then((ids) => showUnsent(leaving, ids.length, words));
  };
  const sender: Sender = new Sender({
    storage,
    url: entries,
    fetch: (url, init) => fetch(url, init),
    token: csrfToken,
    freshToken,
    clock: deviceClock(),
    now: Date.now,
    alone,
    later: (work, milliseconds) => {
      const timer = setTimeout(work, milliseconds);
      return () => clearTimeout(timer);
    },
    show: showStatus,
  });
  const send = () => void sender.send();
  window.addEventListener("online", send);
  window.addEventListener(APPENDED, send);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && send());
  if (leaving !== null) dropBeforeLeaving(leaving, async () => storage.settle(await own(), []));
  void lookAtClock().then(send);
  return sender;
}

/** A clock that was wrong may have been set right since; any answer tells. */
async function lookAtClock(): Promise<void> {
  const [clock, sent] = [deviceClock(), Date.now()];
  if (clock.ahead(sent) === 0) return;
  try {
    const response = await fetch(location.href, { method: "HEAD", credentials: "same-origin" });
    clock.learn(dateOf(response), sent, Date.now());
  } catch {
    // Without a network it stays as it was.
  }
}

/** One page of the browser sends at a time; where there are no locks, the server's memory of ids has to do. */
async function alone(work: () => Promise<void>): Promise<void> {
  if (!("locks" in navigator)) return work();
  await navigator.locks.request(LOCK, work);
}

/** The token of this very page as the server would send it now. */
async function freshToken(): Promise<string | null> {
  const response = await fetch(location.href, { credentials: "same-origin", headers: { Accept: "text/html" } });
  if (!response.ok || response.redirected) return null;
  return csrfToken(new DOMParser().parseFromString(await response.text(), "text/html")) || null;
}
