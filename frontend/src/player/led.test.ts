import fc from "fast-check";
import { expect, test } from "vitest";
import { MADE, item, moves, PLANK, script, segment } from "../testing/scripts.ts";
import { Story } from "../testing/story.ts";
import type { Item } from "../script.ts";
import { isWaitedOut } from "./led.ts";
import { takenUp } from "./take-up.ts";
import type { State } from "./state.ts";

const SQUAT = item("squat", [...moves(4), segment("rest", 20, { set: 2 }), ...moves(4, 4, { set: 2 })]);
const HELD = item("bridge", [
  ...[1, 2].flatMap((repetition) => [
    segment("move", 2, { repetition, repetitions: 2 }),
    segment("hold", 5, { repetition, repetitions: 2 }),
    segment("move", 2, { repetition, repetitions: 2 }),
  ]),
]);
const LEAD_IN = 15;
const SEEN = { repetitions: 4, form: 0.9 };

function atWork(items: readonly Item[]): Story {
  return new Story(script(items)).starts().waits(LEAD_IN + 0.1, 0.1);
}

test("counted repetitions lead in place of the clock, and the set ends with the last of them", () => {
  const story = atWork([SQUAT]).does({ kind: "lead", by: "count" }).waits(20);
  expect(story.here).toBe("squat move");
  expect(story.state.place.segment).toBe(2);
  story.does({ kind: "counted", count: 1 });
  expect(story.state.place.segment).toBe(3);
  story.does({ kind: "counted", count: 3 }).does({ kind: "counted", count: 4 });
  expect(story.here).toBe("squat rest");
  expect(story.state.led).toBeNull();
});

test("whoever is faster than the clock is not held up, and whoever is slower is not hurried", () => {
  const fast = atWork([SQUAT]).does({ kind: "lead", by: "count" });
  for (const count of [1, 2, 3, 4]) fast.waits(1).does({ kind: "counted", count });
  expect(fast.here).toBe("squat rest");
  expect(fast.state.items[0]?.[0].worked).toBeLessThan(6000);
});

test("within a repetition the clock still says when to hold", () => {
  const story = atWork([HELD]).does({ kind: "lead", by: "count" });
  expect(story.waits(3).here).toBe("bridge hold");
  expect(story.waits(20).here).toBe("bridge move");
  expect(story.state.place.segment).toBe(4);
});

test("a hold runs only while the pose is held, to the tenth of a second", () => {
  const story = new Story(script([PLANK])).starts().waits(LEAD_IN).does({ kind: "lead", by: "hold" });
  story.waits(5).does({ kind: "holding", on: true }).waits(8, 0.1).does({ kind: "holding", on: false }).waits(7);
  expect(story.state.place.spent).toBe(8000);
  expect(story.here).toBe("side-plank hold right");
  story.does({ kind: "holding", on: true }).waits(12.1, 0.1);
  expect(story.here).toBe("side-plank switch-side left");
  expect(story.state.items[0]?.[0].worked).toBe(20_000);
});

test("an exercise waits until somebody is seen, and begins by itself", () => {
  const story = new Story(script([SQUAT])).starts().does({ kind: "lead", by: "view" }).waits(90);
  expect(story.here).toBe("squat next");
  story.does({ kind: "placed" });
  expect(story.here).toBe("squat get-ready");
  expect(story.waits(5.1, 0.1).here).toBe("squat move");
});

test("the clock leads again as soon as nothing is seen any more", () => {
  const story = atWork([SQUAT]).does({ kind: "lead", by: "count" }).waits(30).does({ kind: "lead", by: null }).waits(4 * 4);
  expect(story.here).toBe("squat rest");
});

test("a tap ends the set, goes on, skips, or says that it hurts, whatever the camera waits for", () => {
  const led = () => atWork([SQUAT, PLANK]).does({ kind: "lead", by: "count" }).waits(5).does({ kind: "counted", count: 1 });
  expect(led().does({ kind: "enough" }).here).toBe("squat rest");
  expect(led().does({ kind: "skip" }).here).toBe("side-plank next");
  expect(led().does({ kind: "hurts" }).state.screen).toBe("hurts-gate");
  expect(led().does({ kind: "pause" }).state.since).toBeNull();
});

test("what the camera saw, and how often it was in the person's own words, stand in the entry", () => {
  const story = atWork([item("squat", moves(4))]).does({ kind: "lead", by: "count" }).waits(5);
  story.does({ kind: "counted", count: 3 }).does({ kind: "enough" }).does({ kind: "seen", item: 0, attempt: 0, seen: SEEN });
  story.does({ kind: "repetitions", item: 0, count: 5 }).does({ kind: "save" });
  expect(story.practised.exercises[0]).toMatchObject({ outcome: "done", sets: 1, repetitions: 5, camera: SEEN });
});

test("without a correction the camera's count stands, and a count that is none is not taken", () => {
  const story = atWork([item("squat", moves(4))]).does({ kind: "lead", by: "count" }).waits(5).does({ kind: "enough" });
  story.does({ kind: "seen", item: 0, attempt: 0, seen: { repetitions: 3 } });
  story.does({ kind: "repetitions", item: 0, count: -1 }).does({ kind: "repetitions", item: 0, count: 1.5 });
  story.does({ kind: "save" });
  expect(story.practised.exercises[0]).toMatchObject({ outcome: "part", repetitions: 3 });
});

test("without the camera nothing of it stands in the entry", () => {
  const story = new Story(script([PLANK])).starts().waits(90).does({ kind: "save" });
  expect(Object.keys(story.practised.exercises[0] ?? {})).not.toContain("camera");
  expect(Object.keys(story.practised.exercises[0] ?? {})).not.toContain("repetitions");
});

test("whoever asked for the camera just now is not asked everything again on its page", () => {
  const story = new Story(script([SQUAT])).does({ kind: "none-of-these", id: "a" }).does({ kind: "pain", value: 2 });
  story.does({ kind: "pain-told" });
  const opening = { run: "another", zone: 0 };
  const screen = (state: State, later: number) =>
    takenUp({ script: story.script, state }, story.script, opening, MADE + 60_000 + later, true)?.state.screen;
  expect(screen(story.state, 1000)).toBe("gate");
  const asked = story.does({ kind: "camera", on: true }).state;
  expect(screen(asked, 1000)).toBe("ready");
  expect(screen(asked, 6 * 60_000)).toBe("gate");
});

test("nobody holds far longer than their dose because the camera does not see that they hold", () => {
  const story = new Story(script([PLANK])).starts().waits(LEAD_IN).does({ kind: "lead", by: "hold" });
  for (let look = 0; look < 6; look += 1) {
    story.does({ kind: "holding", on: true }).waits(1, 0.1).does({ kind: "holding", on: false }).waits(5, 0.1);
  }
  story.waits(5, 0.1);
  expect(story.here).toBe("side-plank switch-side left");
  expect(story.state.waited?.milliseconds).toBe(20_000);
});

test("nobody repeats far more than their dose because the camera misses every other repetition", () => {
  const story = atWork([item("squat", moves(10))]).does({ kind: "lead", by: "count" });
  let done = 0;
  for (; story.here === "squat move" && done < 40; done += 1) {
    story.waits(4, 0.1);
    if (done % 2 === 1 && story.here === "squat move") story.does({ kind: "counted", count: (done + 1) / 2 });
    if (story.state.screen !== "moving") break;
  }
  expect(done).toBeLessThanOrEqual(15);
});

/** Somebody who repeats at their own pace until the set is over: how often they did, and whether the camera led to the end. */
function repeated(plan: number, pace: number, isSeen: (number: number) => boolean): { done: number; led: boolean } {
  const story = atWork([item("squat", moves(plan)), PLANK]).does({ kind: "lead", by: "count" });
  let [done, count, led] = [0, 0, true];
  for (; story.here === "squat move" && done < 200; ) {
    story.waits(pace, 0.5);
    if (story.here !== "squat move") break;
    done += 1;
    led &&= !isWaitedOut(story.script, story.state);
    if (isSeen(done)) story.does({ kind: "counted", count: (count += 1), pace: pace * 1000 });
  }
  return { done, led };
}

test("whoever is slow is waited for, as long as what they do is seen", () => {
  for (const pace of [4, 8, 14]) expect(repeated(10, pace, () => true)).toEqual({ done: 10, led: true });
});

test("nobody does more than the plan or half as much again, however slow they are and whatever the camera misses", () => {
  expect(repeated(10, 12, (number) => number % 2 === 1).done).toBeLessThanOrEqual(10);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 2, max: 20 }), fc.array(fc.boolean(), { minLength: 1 }), (plan, pace, seen) => {
      const set = Math.max(plan * 4 * 1.5, plan * 4 + 20, (plan + 0.5) * pace);
      expect(repeated(plan, pace, (number) => seen[number % seen.length] ?? false).done).toBeLessThanOrEqual(set / pace);
    }),
  );
});

test("what the clock led through is not done again when the camera leads anew", () => {
  const story = atWork([item("squat", moves(6))]).waits(4 * 3);
  expect(story.state.place.segment).toBe(2 + 3);
  story.does({ kind: "lead", by: "count", counted: 0 });
  for (const count of [1, 2, 3]) {
    expect(story.here).toBe("squat move");
    story.does({ kind: "counted", count });
  }
  expect(story.state.screen).toBe("after");
});

test("each set and side is waited for anew, and so is an exercise from its start", () => {
  const story = atWork([SQUAT]).does({ kind: "lead", by: "count" }).waits(16 + 20 + 20.2, 0.1);
  expect(story.here).toBe("squat move");
  expect(story.state.place.segment).toBe(7);
  story.does({ kind: "lead", by: "count" }).waits(10);
  expect(story.state.place.segment).toBe(7);
  story.does({ kind: "back" });
  expect(story.state.waited).toBeNull();
});

test("what the camera let somebody wait for does not count while they pause", () => {
  const story = atWork([SQUAT]).does({ kind: "lead", by: "count" }).waits(5, 0.1).does({ kind: "pause" }).waits(60);
  expect(story.does({ kind: "go-on" }).state.waited?.milliseconds).toBeLessThan(1500);
});
