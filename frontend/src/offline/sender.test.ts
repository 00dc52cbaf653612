import { expect, test } from "vitest";
import { opened } from "../player/begin.ts";
import { answeredEntry } from "../player/results.ts";
import { waitingOf } from "../storage/kept.ts";
import { MemoryKeyValue, SimpleStorage } from "../storage/simple.ts";
import { MADE, script } from "../testing/scripts.ts";
import { Clock } from "./clock.ts";
import { Sender, waitAfter, type Status } from "./sender.ts";
import type { Batch, Result } from "./wire.ts";

type Reply = (batch: Batch, count: number) => { status?: number; body?: unknown } | "no network";

const stored: Reply = (batch) => ({ body: { min_client: 1, results: results(batch, "stored") } });

function results(batch: Batch, outcome: Result["outcome"]): Result[] {
  return batch.entries.map(({ id }) => ({ id, outcome }));
}

/** A server of which the test decides what it says, and a device beside it. */
class Bench {
  readonly storage = new SimpleStorage(new MemoryKeyValue());
  readonly sent: string[][] = [];
  readonly tokens: string[] = [];
  readonly batches: Batch[] = [];
  readonly shown: Status[] = [];
  readonly waits: number[] = [];
  fresh: string | null = null;
  /** What the device's clock says. */
  now = MADE;
  readonly clock = new Clock(new MemoryKeyValue());
  private held: Promise<void> | null = null;
  private again: (() => void) | null = null;

  constructor(public reply: Reply) {}

  holds(...ids: string[]): Promise<this> {
    return this.holdsFor(script().person, ...ids);
  }

  async holdsFor(person: string, ...ids: string[]): Promise<this> {
    const theirs = script(undefined, { person });
    const state = opened(theirs, { run: "r", zone: 0 }, MADE);
    const entries = ids.map((id) => answeredEntry(id, { fever: "no" }, 0, MADE));
    await this.storage.keepRun({ script: theirs, state }, waitingOf(theirs, entries, MADE));
    return this;
  }

  sender(): Sender {
    return new Sender({
      storage: this.storage,
      url: "/api/v1/entries",
      fetch: async (_, init) => this.answer(init),
      token: () => "old",
      freshToken: async () => this.fresh,
      clock: this.clock,
      now: () => this.now,
      alone: async (work) => {
        while (this.held !== null) await this.held;
        this.held = work().finally(() => (this.held = null));
        await this.held;
      },
      later: (work, milliseconds) => {
        this.waits.push(milliseconds);
        this.again = work;
        return () => (this.again = null);
      },
      show: (status) => this.shown.push(status),
    });
  }

  async waited(): Promise<void> {
    this.again?.();
    await new Promise((done) => setTimeout(done, 5));
  }

  get left(): Promise<string[]> {
    return this.storage.waiting().then((waiting) => waiting.map(({ id }) => id));
  }

  private async answer(init: RequestInit): Promise<Response> {
    const batch = JSON.parse(String(init.body)) as Batch;
    this.batches.push(batch);
    this.sent.push(batch.entries.map(({ id }) => id));
    this.tokens.push(new Headers(init.headers).get("X-CSRFToken") ?? "");
    await new Promise((done) => setTimeout(done, 1));
    const reply = this.reply(batch, this.sent.length);
    if (reply === "no network") throw new TypeError("no network");
    return new Response(JSON.stringify(reply.body ?? {}), { status: reply.status ?? 200 });
  }
}

test("entries leave when the server acknowledges them, stored now or before", async () => {
  const bench = await new Bench((batch, count) => ({
    body: { min_client: 1, results: results(batch, count === 1 ? "stored" : "already") },
  })).holds("a", "b");
  await bench.sender().send();
  expect(await bench.left).toEqual([]);
  expect(bench.shown.at(-1)).toEqual({
    waiting: 0,
    others: 0,
    refused: 0,
    trouble: null,
    outdated: false,
    ahead: 0,
  });
});

test("an entry that the answer does not name stays and is tried again", async () => {
  const bench = await new Bench((_, count) => ({
    body: { min_client: 1, results: count === 1 ? [{ id: "a", outcome: "stored" }] : [{ id: "b", outcome: "stored" }] },
  })).holds("a", "b");
  await bench.sender().send();
  expect(await bench.left).toEqual(["b"]);
  await bench.waited();
  expect(await bench.left).toEqual([]);
});

test("an id that was never sent takes nothing out", async () => {
  const bench = await new Bench(() => ({ body: { min_client: 1, results: [{ id: "x", outcome: "stored" }] } })).holds(
    "a",
  );
  await bench.sender().send();
  expect(await bench.left).toEqual(["a"]);
});

test("an entry that was not in the batch stays, even if the answer names it", async () => {
  const ids = Array.from({ length: 101 }, (_, index) => String(index).padStart(3, "0"));
  const bench = await new Bench((_, count) =>
    count === 1 ? { body: { min_client: 1, results: [{ id: "100", outcome: "stored" }] } } : "no network",
  ).holds(...ids);
  await bench.sender().send();
  expect(await bench.left).toContain("100");
});

test("without a network one attempt is enough to know it", async () => {
  const bench = await new Bench(() => "no network").holds(...Array.from({ length: 230 }, (_, index) => `${index}`));
  await bench.sender().send();
  expect(bench.sent).toHaveLength(1);
});

test("what is refused goes to its own list with the reason, and is not sent again", async () => {
  const bench = await new Bench((batch) => ({
    body: {
      min_client: 1,
      results: [{ id: batch.entries[0]?.id, outcome: "refused", code: "erased", message: "Gone." }],
    },
  })).holds("a");
  const sender = bench.sender();
  await sender.send();
  await sender.send();
  expect(bench.sent).toEqual([["a"]]);
  expect(await bench.storage.refused()).toMatchObject([{ id: "a", code: "erased", message: "Gone." }]);
});

test("without a network everything stays, and the waits grow up to five minutes", async () => {
  const bench = await new Bench(() => "no network").holds("a");
  await bench.sender().send();
  for (let round = 0; round < 9; round += 1) await bench.waited();
  expect(await bench.left).toEqual(["a"]);
  expect(bench.waits.slice(0, 4)).toEqual([2000, 4000, 8000, 16_000]);
  expect(bench.waits.at(-1)).toBe(300_000);
  expect(waitAfter(1)).toBe(2000);
});

test("a page of a hotel network that answers in the server's place acknowledges nothing", async () => {
  const bench = await new Bench(() => ({ body: "<h1>Welcome to our network</h1>" })).holds("a");
  await bench.sender().send();
  expect(await bench.left).toEqual(["a"]);
});

test("signed out keeps everything, says so, and does not knock again by itself", async () => {
  const bench = await new Bench(() => ({ status: 401, body: { code: "sign-in" } })).holds("a");
  await bench.sender().send();
  expect(await bench.left).toEqual(["a"]);
  expect(bench.shown.at(-1)).toMatchObject({ waiting: 1, trouble: "sign-in" });
  expect(bench.waits).toEqual([]);
});

test("a token that is out of date is asked for once more", async () => {
  const bench = await new Bench((batch, count) => (count === 1 ? { status: 403 } : stored(batch, count))).holds("a");
  bench.fresh = "new";
  await bench.sender().send();
  expect(bench.tokens).toEqual(["old", "new"]);
  expect(await bench.left).toEqual([]);
});

test("a program that is too old for the server still empties its outbox, and says that a newer one is there", async () => {
  const bench = await new Bench((batch) => ({ body: { min_client: 2, results: results(batch, "stored") } })).holds("a");
  await bench.sender().send();
  expect(await bench.left).toEqual([]);
  expect(bench.shown.at(-1)).toMatchObject({ outdated: true });
});

test("two pages that send at the same time send each entry once", async () => {
  const bench = await new Bench(stored).holds("a", "b");
  await Promise.all([bench.sender().send(), bench.sender().send()]);
  expect(bench.sent).toEqual([["a", "b"]]);
});

test("many entries go in batches, in the order in which they came to be", async () => {
  const ids = Array.from({ length: 230 }, (_, index) => String(index).padStart(3, "0"));
  const bench = await new Bench(stored).holds(...ids);
  await bench.sender().send();
  expect(bench.sent.map((batch) => batch.length)).toEqual([100, 100, 30]);
  expect(bench.sent.flat()).toEqual(ids);
});

test("an entry that comes in while others are on their way goes out too", async () => {
  const bench = await new Bench(stored).holds("a");
  const sending = bench.sender().send();
  await bench.holds("b");
  await sending;
  expect(await bench.left).toEqual([]);
});

const notAllowed = { status: 403, body: { code: "not-allowed", message: "" } };

test("what belongs to another account waits, and holds up nobody else's", async () => {
  const bench = new Bench((batch, count) => (batch.person === "bob" ? notAllowed : stored(batch, count)));
  await bench.holdsFor("bob", "1", "2");
  await bench.holdsFor("alice", "3");
  await bench.sender().send();
  expect(bench.sent).toEqual([["1", "2"], ["3"]]);
  expect(await bench.left).toEqual(["1", "2"]);
  expect(bench.shown.at(-1)).toMatchObject({ waiting: 2, others: 2, trouble: null });
  expect(bench.waits).toEqual([]);
});

test("what belongs to another account is sent, unchanged, when that account is signed in", async () => {
  const bench = new Bench(() => notAllowed);
  await bench.holdsFor("bob", "b");
  const sender = bench.sender();
  await sender.send();
  bench.reply = stored;
  await sender.send();
  expect(await bench.left).toEqual([]);
  expect(bench.shown.at(-1)).toMatchObject({ waiting: 0, others: 0 });
  expect(bench.batches[0]?.entries).toEqual(bench.batches[1]?.entries);
});

test("another account's entries cost one request a round, however many they are", async () => {
  const bench = new Bench(() => notAllowed);
  await bench.holdsFor("bob", ...Array.from({ length: 230 }, (_, index) => `${index}`));
  await bench.sender().send();
  expect(bench.sent).toHaveLength(1);
});

test("one person's entries that are not taken hold up nobody else's, and are tried again", async () => {
  const bench = new Bench((batch, count) => (batch.person === "bob" ? { status: 500 } : stored(batch, count)));
  await bench.holdsFor("bob", "1");
  await bench.holdsFor("alice", "2");
  await bench.sender().send();
  expect(await bench.left).toEqual(["1"]);
  expect(bench.shown.at(-1)).toMatchObject({ waiting: 1, others: 0, trouble: "later" });
  expect(bench.waits).toEqual([2000]);
});

test("a page whose tokens are no good asks to be reloaded, and a page that cannot be had means signed out", async () => {
  const bench = await new Bench(() => ({ status: 403, body: { code: "csrf" } })).holds("a");
  bench.fresh = "new";
  await bench.sender().send();
  expect(bench.tokens).toEqual(["old", "new"]);
  expect(bench.shown.at(-1)).toMatchObject({ waiting: 1, trouble: "reload" });
  bench.fresh = null;
  await bench.sender().send();
  expect(bench.shown.at(-1)).toMatchObject({ waiting: 1, trouble: "sign-in" });
  expect(await bench.left).toEqual(["a"]);
});

test("each batch says what the device's clock says, and the answer shows by how much it is wrong", async () => {
  const hours = 3 * 3_600_000;
  const bench = await new Bench((batch) => ({
    body: { min_client: 1, now: new Date(MADE).toISOString(), results: results(batch, "stored") },
  })).holds("a");
  bench.now = MADE + hours;
  await bench.sender().send();
  expect(bench.batches[0]?.sent_at).toBe(new Date(MADE + hours).toISOString());
  expect(bench.shown.at(-1)).toMatchObject({ waiting: 0, ahead: hours });
});

test("an old server that tells no time changes nothing about the clock", async () => {
  const bench = await new Bench(stored).holds("a");
  bench.clock.learn(MADE - 3_600_000, MADE, MADE);
  await bench.sender().send();
  expect(bench.shown.at(-1)).toMatchObject({ ahead: 3_600_000 });
});
