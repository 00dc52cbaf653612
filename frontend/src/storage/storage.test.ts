import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, test } from "vitest";
import { opened } from "../player/begin.ts";
import { MADE, script } from "../testing/scripts.ts";
import { completed, MIGRATIONS, NewerStorage, openDatabase, result } from "./database.ts";
import { IndexedStorage } from "./indexed.ts";
import { chosen, runOf, waitingOf, type Refused, type Storage } from "./kept.ts";
import { MemoryKeyValue, SimpleStorage } from "./simple.ts";
import { answeredEntry } from "../player/results.ts";

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const run = { script: script(), state: opened(script(), { run: "r", zone: 0 }, MADE) };
const entry = (id: string) => answeredEntry(id, { fever: "no" }, 0, MADE);
const waiting = (...ids: string[]) => waitingOf(run.script, ids.map(entry), MADE);
const refusal = (id: string): Refused => ({
  id,
  person: run.script.person,
  entry: entry(id),
  code: "too-old",
  message: "No.",
});
const kinds: [string, () => Promise<Storage>][] = [
  ["IndexedDB", () => IndexedStorage.open()],
  ["a key-value store", async () => new SimpleStorage(new MemoryKeyValue())],
];

test.each(kinds)("%s keeps the workout under way together with what it wants sent", async (_, open) => {
  const kept = await open();
  await kept.keepRun(run, waiting("b", "a"));
  expect(await kept.run()).toEqual(run);
  expect((await kept.waiting()).map(({ id }) => id)).toEqual(["b", "a"]);
});

test.each(kinds)("%s holds an entry once, however often it is kept", async (_, open) => {
  const kept = await open();
  await kept.keepRun(run, waiting("a"));
  await kept.keepRun(run, waiting("a", "b"));
  expect(await kept.waiting()).toHaveLength(2);
});

test.each(kinds)("%s lets go only of what was acknowledged, and lists what was refused", async (_, open) => {
  const kept = await open();
  await kept.keepRun(run, waiting("a", "b", "c"));
  await kept.settle(["a"], [refusal("b")]);
  expect((await kept.waiting()).map(({ id }) => id)).toEqual(["c"]);
  expect(await kept.refused()).toEqual([refusal("b")]);
  await kept.drop("b");
  expect(await kept.refused()).toEqual([]);
});

test.each(kinds)(
  "%s keeps one script for each day and variant, and lets go of those that have expired",
  async (_, open) => {
    const kept = await open();
    const old = script(undefined, { day: "2026-11-20", expires_at: "2026-11-26T07:00:00Z" });
    await kept.keepScripts([old, script(undefined, { variant: "short" })], MADE - 1);
    expect(await kept.scripts()).toHaveLength(2);
    await kept.keepScripts([script(), script(undefined, { variant: "short", title: "Five minutes" })], MADE);
    const titles = (await kept.scripts()).map(({ day, variant, title }) => [day, variant, title]).sort();
    expect(titles).toEqual([
      ["2026-11-26", "planned", "Morning"],
      ["2026-11-26", "short", "Five minutes"],
    ]);
  },
);

test("a state and a script that do not belong together are no workout", () => {
  expect(runOf(run.script, run.state)).toEqual(run);
  expect(runOf(script(undefined, { id: "another" }), run.state)).toBeNull();
  expect(runOf(run.script, undefined)).toBeNull();
});

test("without a network the script of the day is run, else the newest of its variant", () => {
  const monday = script(undefined, { day: "2026-11-23", made_at: "2026-11-26T06:00:00Z" });
  const sunday = script(undefined, { day: "2026-11-22", made_at: "2026-11-25T06:00:00Z" });
  expect(chosen([sunday, monday], "2026-11-22", "planned")).toBe(sunday);
  expect(chosen([sunday, monday], "2026-11-26", "planned")).toBe(monday);
  expect(chosen([sunday, monday], "2026-11-22", "short")).toBeNull();
});

test.each(kinds)(
  "%s forgets plans at a sign-out but keeps what waits, and everything after an erasure",
  async (_, open) => {
    const kept = await open();
    await kept.keepRun(run, waiting("a"));
    await kept.keepScripts([script()], MADE);
    await kept.forget("plans");
    expect(await kept.run()).toBeNull();
    expect(await kept.scripts()).toEqual([]);
    expect(await kept.waiting()).toHaveLength(1);
    await kept.forget("everything");
    expect(await kept.waiting()).toEqual([]);
  },
);

test("a database that another page closed is opened again", async () => {
  const kept = await IndexedStorage.open();
  await kept.keepRun(run, waiting("a"));
  (await openDatabase()).close();
  const closing = new Promise<void>((done) => {
    const request = indexedDB.open("unbend", MIGRATIONS.length);
    request.onsuccess = () => {
      request.result.close();
      done();
    };
  });
  await closing;
  (kept as unknown as { database: IDBDatabase }).database.close();
  expect(await kept.waiting()).toHaveLength(1);
});

test("the first version holds the four stores", async () => {
  const database = await openDatabase(MIGRATIONS.slice(0, 1));
  expect([...database.objectStoreNames]).toEqual(["outbox", "refused", "runs", "scripts"]);
});

test("a later version keeps what an earlier one held", async () => {
  const old = await openDatabase(MIGRATIONS.slice(0, 1));
  const writing = old.transaction("outbox", "readwrite");
  writing.objectStore("outbox").put(waiting("a")[0]);
  await completed(writing);
  old.close();
  const next = await openDatabase([...MIGRATIONS, (database) => void database.createObjectStore("later")]);
  expect(await result(next.transaction("outbox").objectStore("outbox").count())).toBe(1);
  expect([...next.objectStoreNames]).toContain("later");
});

test("a database of a newer version is left alone, and says so", async () => {
  const newer = await openDatabase([...MIGRATIONS, () => undefined]);
  newer.close();
  await expect(openDatabase()).rejects.toBeInstanceOf(NewerStorage);
});
