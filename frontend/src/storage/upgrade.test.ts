import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, test } from "vitest";
import { Clock } from "../offline/clock.ts";
import { Sender, type Status } from "../offline/sender.ts";
import { completed } from "./database.ts";
import { IndexedStorage } from "./indexed.ts";
import { MemoryKeyValue } from "./simple.ts";

interface Store {
  readonly key: string | string[] | null;
  readonly values: readonly unknown[];
}

interface Left {
  readonly name: string;
  readonly version: number;
  readonly stores: Readonly<Record<string, Store>>;
}

const LEFT = import.meta.glob<Left>("../../../tests/upgrade/*/browser.json", { import: "default", eager: true });
const versions = Object.entries(LEFT);

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

test("there is something that an earlier version left behind", () => {
  expect(versions.length).toBeGreaterThan(0);
});

/** Puts into the browser what that version kept, in the shape in which it kept it. */
async function putBack({ name, version, stores }: Left): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      for (const [store, { key }] of Object.entries(stores))
        request.result.createObjectStore(store, key === null ? {} : { keyPath: key });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const transaction = database.transaction(Object.keys(stores), "readwrite");
  for (const [store, { key, values }] of Object.entries(stores)) {
    for (const value of values) {
      if (key !== null) transaction.objectStore(store).put(value);
      else transaction.objectStore(store).put((value as { value: unknown }).value, (value as { key: string }).key);
    }
  }
  await completed(transaction);
  database.close();
}

test.each(versions)(
  "what %s kept is all there: what waits, what was refused, the scripts, the workout under way",
  async (_, left) => {
    await putBack(left);
    const kept = await IndexedStorage.open();
    expect(await kept.waiting()).toEqual(left.stores["outbox"]?.values);
    expect(await kept.refused()).toEqual(left.stores["refused"]?.values);
    expect(await kept.scripts()).toEqual(
      (left.stores["scripts"]?.values as { script: unknown }[]).map(({ script }) => script),
    );
    const run = (left.stores["runs"]?.values as { key: string; value: unknown }[]).map(({ key, value }) => [
      key,
      value,
    ]);
    expect(await kept.run()).toEqual(Object.fromEntries(run));
  },
);

test.each(versions)(
  "what waited in %s is sent as it was written, and leaves when it is acknowledged",
  async (_, left) => {
    await putBack(left);
    const storage = await IndexedStorage.open();
    const waiting = await storage.waiting();
    const sent: unknown[] = [];
    const shown: Status[] = [];
    const sender = new Sender({
      storage,
      url: "/api/v1/entries",
      fetch: async (_url, { body }) => {
        const { entries } = JSON.parse(String(body)) as { entries: { id: string }[] };
        sent.push(...entries);
        const results = entries.map(({ id }) => ({ id, outcome: "stored" }));
        return new Response(JSON.stringify({ min_client: 1, results }), { status: 200 });
      },
      token: () => "t",
      freshToken: async () => "t",
      clock: new Clock(new MemoryKeyValue()),
      now: Date.now,
      alone: (work) => work(),
      later: () => () => undefined,
      show: (status) => void shown.push(status),
    });
    await sender.send();
    expect(sent).toEqual(waiting.map(({ entry }) => entry));
    expect(await storage.waiting()).toEqual([]);
    expect((await storage.refused()).length).toBe(left.stores["refused"]?.values.length);
  },
);
