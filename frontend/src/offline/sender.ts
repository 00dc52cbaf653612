/** Empties the outbox: one sender at a time, again and again until the server has acknowledged each entry. */

import type { Storage } from "../storage/kept.ts";
import { asAnswer, batches, CLIENT, settled, type Batch } from "./wire.ts";

/** "later": there is an answer, but not one that takes the entries. */
export type Trouble = "offline" | "later" | "sign-in" | null;

export interface Status {
  readonly waiting: number;
  readonly refused: number;
  readonly trouble: Trouble;
  /** The server knows newer versions of this program and asks for one. */
  readonly outdated: boolean;
}

export interface Surroundings {
  readonly storage: Storage;
  readonly url: string;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly token: () => string;
  /** Asks the server for a token that is valid now. */
  readonly freshToken: () => Promise<string | null>;
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

export class Sender {
  private failures = 0;
  private trouble: Trouble = null;
  private outdated = false;
  private cancel: () => void = () => undefined;

  constructor(private readonly around: Surroundings) {}

  /** Sends what waits, unless another page is at it; then tells how things stand. */
  async send(): Promise<void> {
    this.cancel();
    await this.around.alone(() => this.sendAll());
    await this.tell();
    if (this.isWorthARetry && (await this.around.storage.waiting()).length > 0) {
      this.cancel = this.around.later(() => void this.send(), waitAfter(this.failures));
    }
  }

  private get isWorthARetry(): boolean {
    return this.trouble === "offline" || this.trouble === "later";
  }

  /** Tells how things stand, without sending. */
  async tell(): Promise<void> {
    const [waiting, refused] = await Promise.all([this.around.storage.waiting(), this.around.storage.refused()]);
    const { trouble, outdated } = this;
    this.around.show({ waiting: waiting.length, refused: refused.length, trouble, outdated });
  }

  private async sendAll(): Promise<void> {
    const before = new Set<string>();
    // Entries may come in while others are on their way; each is sent once a round.
    for (;;) {
      const waiting = (await this.around.storage.waiting()).filter(({ id }) => !before.has(id));
      const [batch] = batches(waiting);
      if (batch === undefined) return;
      for (const { id } of batch.entries) before.add(id);
      this.trouble = await this.sendBatch(batch);
      this.failures = this.isWorthARetry ? this.failures + 1 : 0;
      if (this.trouble !== null) return;
    }
  }

  private async sendBatch(batch: Batch): Promise<Trouble> {
    try {
      let response = await this.post(batch, this.around.token());
      if (response.status === 403) {
        const token = await this.around.freshToken();
        if (token !== null) response = await this.post(batch, token);
      }
      return await this.take(batch, response);
    } catch {
      return "offline";
    }
  }

  private async take(batch: Batch, response: Response): Promise<Trouble> {
    if (response.status === 401 || response.status === 403) return "sign-in";
    const answer = response.ok ? asAnswer(await response.json()) : null;
    if (answer === null) return "later";
    this.outdated = answer.min_client > CLIENT;
    const { acknowledged, refused } = settled(batch, answer);
    await this.around.storage.settle(acknowledged, refused);
    return acknowledged.length + refused.length < batch.entries.length ? "later" : null;
  }

  private post(batch: Batch, token: string): Promise<Response> {
    return this.around.fetch(this.around.url, {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token },
      body: JSON.stringify(batch),
    });
  }
}
