import { afterEach, expect, test } from "vitest";
import { OneTab } from "./one-tab.ts";

const channels: BroadcastChannel[] = [];

afterEach(() => {
  for (const channel of channels.splice(0)) channel.close();
});

/** A tab of a browser that has no locks, as at an address without https. */
function tab(): OneTab {
  const channel = new BroadcastChannel("one-tab-test");
  channels.push(channel);
  return new OneTab(channel, null);
}

function leaving() {
  const left: boolean[] = [];
  return { left, leave: async (asked: boolean) => void left.push(asked) };
}

test("the first tab has the workout, and a second one hears so", async () => {
  expect(await tab().claim(leaving().leave)).toBe(true);
  expect(await tab().claim(leaving().leave)).toBe(false);
});

test("a tab that takes over waits until the other has put its workout away", async () => {
  const [first, second] = [tab(), tab()];
  const events: string[] = [];
  await first.claim(async () => {
    await new Promise((done) => setTimeout(done, 50));
    events.push("put away");
  });
  await second.takeOver(leaving().leave);
  events.push("taken over");
  expect(events).toEqual(["put away", "taken over"]);
});

test("who took over has it, and may have it taken in turn", async () => {
  const [first, second] = [tab(), tab()];
  const [a, b] = [leaving(), leaving()];
  await first.claim(a.leave);
  await second.takeOver(b.leave);
  expect(await tab().claim(leaving().leave)).toBe(false);
  await first.takeOver(a.leave);
  expect([a.left, b.left]).toEqual([[true], [true]]);
});

test("a tab that is done with its workout, or does not answer, keeps nobody from it", async () => {
  const first = tab();
  await first.claim(leaving().leave);
  first.release();
  const second = tab();
  expect(await second.claim(leaving().leave)).toBe(true);
  channels[1]?.close();
  const third = tab();
  await third.takeOver(leaving().leave);
  expect(await tab().claim(leaving().leave)).toBe(false);
});

test("where tabs cannot speak to each other, each begins as if it were alone", async () => {
  const alone = new OneTab(null, null);
  expect(await alone.claim(leaving().leave)).toBe(true);
  expect(await new OneTab(null, null).claim(leaving().leave)).toBe(true);
});
