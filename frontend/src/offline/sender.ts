/** Empties the outbox: one sender at a time, again and again until the server has acknowledged each entry. */

import type { Storage } from "../storage/kept.ts";
import type { Clock } from "./clock.ts";
import { asAnswer, batches, CLIENT, codeOf, settled, type Batch } from "./wire.ts";

/** "later": there is an answer, but not one that takes the entries. "reload": no token of this page is good. */
export type Trouble = "offline" | "later" | "sign-in" | "reload" | null;

export interface Status {
  readonly waiting: number;
  /** So many of those that wait belong to a person whom the account signed in here may not write for. */
  readonly others: number;
  readonly refused: number;
  readonly trouble: Trouble;
  /** The server knows newer versions of this program and asks for one. */
  readonly outdated: boolean;
  /** Milliseconds by which the clock of this device is ahead; 0 while it is right. */
  readonly ahead: number;
}

export interface Surroundings {
  readonly storage: Storage;
  readonly url: string;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly token: () => string;
  /** Asks the server for a token that is valid now. */
  readonly freshToken: () => Promise<string | null>;
  readonly clock: Clock;
  readonly now: () => number;
  readonly alone: (work: () => Promise<void>) => Promise<void>;
  readonly later: (work: () => void, milliseconds: number) => () => void;
  readonly show: (status: Status) => void;
}

const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 300_000;

/** How long to wait after so many attempts that failed one after the other. */
export function waitAfter(failures: number): number {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.max(0, failures - 1));
}

/** What a round of sending has seen so far: ids, and people whose other entries have to wait. */
interface Round {
  readonly sent: Set<string>;
  readonly held: Set<string>;
  readonly others: Set<string>;
}

/** An answer, and the device's time before and after it. */
interface Posted {
  readonly response: Response;
  readonly sent: number;
  readonly received: number;
}

export class Sender {
  private failures = 0;
  private trouble: Trouble = null;
  private outdated = false;
  private others: ReadonlySet<string> = new Set();
  private cancel: () => void = () => undefined;

  constructor(private readonly around: Surroundings) {}

  /** Sends what waits, unless another page is at it; then tells how things stand. */
  async send(): Promise<void> {
    this.cancel();
    await this.around.alone(() => this.sendAll());
    const { waiting, others } = await this.tell();
    if (this.isWorthARetry && waiting > others) {
      this.cancel = this.around.later(() => void this.send(), waitAfter(this.failures));
    }
  }

  private get isWorthARetry(): boolean {
    return this.trouble === "offline" || this.trouble === "later";
  }

  /** Tells how things stand, without sending. */
  async tell(): Promise<Status> {
    const { storage, clock, now, show } = this.around;
    const [waiting, refused] = await Promise.all([storage.waiting(), storage.refused()]);
    const status: Status = {
      waiting: waiting.length,
      others: waiting.filter(({ person }) => this.others.has(person)).length,
      refused: refused.length,
      trouble: this.trouble,
      outdated: this.outdated,
      ahead: clock.ahead(now()),
    };
    show(status);
    return status;
  }

  /** Each person's entries by themselves: what holds up one holds up nobody else, unless it is a hindrance for all. */
  private async sendAll(): Promise<void> {
    const round: Round = { sent: new Set(), held: new Set(), others: new Set() };
    let trouble: Trouble = null;
    for (;;) {
      const batch = await this.next(round);
      if (batch === undefined) break;
      const found = await this.sendBatch(batch);
      if (found !== null) round.held.add(batch.person);
      if (found === "not-theirs") round.others.add(batch.person);
      else if (found !== null) trouble = found;
      if (trouble !== null && trouble !== "later") break;
    }
    // A round that broke off has heard nothing of those it did not come to.
    const isWhole = trouble === null || trouble === "later";
    this.others = isWhole ? round.others : new Set([...this.others, ...round.others]);
    this.trouble = trouble;
    this.failures = this.isWorthARetry ? this.failures + 1 : 0;
  }

  /** Entries may come in while others are on their way; each is sent once a round. */
  private async next({ sent, held }: Round): Promise<Batch | undefined> {
    const waiting = await this.around.storage.waiting();
    const [batch] = batches(waiting.filter(({ id, person }) => !sent.has(id) && !held.has(person)));
    for (const { id } of batch?.entries ?? []) sent.add(id);
    return batch;
  }

  private async sendBatch(batch: Batch): Promise<Trouble | "not-theirs"> {
    try {
      const first = await this.post(batch, this.around.token());
      if (first.response.status !== 403) return await this.take(batch, first);
      if (await isNotTheirs(first)) return "not-theirs";
      const token = await this.around.freshToken();
      if (token === null) return "sign-in";
      const second = await this.post(batch, token);
      if (second.response.status !== 403) return await this.take(batch, second);
      return (await isNotTheirs(second)) ? "not-theirs" : "reload";
    } catch {
      return "offline";
    }
  }

  private async take(batch: Batch, { response, sent, received }: Posted): Promise<Trouble> {
    if (response.status === 401) return "sign-in";
    const answer = response.ok ? asAnswer(await response.json()) : null;
    if (answer === null) return "later";
    this.outdated = answer.min_client > CLIENT;
    this.around.clock.learn(Date.parse(answer.now), sent, received);
    const { acknowledged, refused } = settled(batch, answer);
    await this.around.storage.settle(acknowledged, refused);
    return acknowledged.length + refused.length < batch.entries.length ? "later" : null;
  }

  private async post(batch: Batch, token: string): Promise<Posted> {
    const sent = this.around.now();
    const body: Batch = { ...batch, sent_at: new Date(sent).toISOString() };
    const response = await this.around.fetch(this.around.url, {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token },
      body: JSON.stringify(body),
    });
    return { response, sent, received: this.around.now() };
  }
}

async function isNotTheirs({ response }: Posted): Promise<boolean> {
  return (await codeOf(response)) === "not-allowed";
}
