import { expect, test } from "vitest";
import { BRIDGE, item, PLANK, script, segment } from "../testing/scripts.ts";
import { Story } from "../testing/story.ts";
import { beepsAhead, halfOf, passedHalf } from "./cues.ts";
import { figuresOf, moment, stillOf } from "./figure-time.ts";

test("the half of a long hold is said once, when it goes by", () => {
  const story = new Story(script([PLANK])).starts().waits(15);
  const heard: number[] = [];
  for (let second = 0; second < 20; second += 1) {
    const before = story.state.place;
    story.waits(1);
    if (passedHalf(story.script, before, story.state)) heard.push(story.state.place.spent);
  }
  expect(heard).toEqual([10_000]);
});

test("short holds and repetitions have no half", () => {
  expect([segment("hold", 5), segment("move", 60), segment("rest", 60)].map(halfOf)).toEqual([null, null, null]);
  expect(halfOf(segment("go", 60))).toBe(30_000);
});

test("beeps count the last three seconds before work begins, and tell its end apart", () => {
  const story = new Story(script([PLANK])).starts().waits(10);
  const soon = beepsAhead(story.script, story.state).filter((beep) => beep.in <= 25_000);
  expect(soon).toEqual([
    { sound: "count", in: 2000 },
    { sound: "count", in: 3000 },
    { sound: "count", in: 4000 },
    { sound: "begin", in: 5000 },
    { sound: "half", in: 15_000 },
    { sound: "count", in: 22_000 },
    { sound: "count", in: 23_000 },
    { sound: "count", in: 24_000 },
    { sound: "end", in: 25_000 },
  ]);
});

test("each repetition has its own quiet step, and what lies behind is not booked again", () => {
  const story = new Story(script([BRIDGE])).starts().waits(16);
  const steps = beepsAhead(story.script, story.state).filter(({ sound }) => sound === "step");
  expect(steps.map((beep) => beep.in)).toEqual([3000, 27_000, 31_000]);
});

test("the figure moves from its window's start to its end, and loops at its own pace when asked to", () => {
  const plank = item("x", [], null);
  const held = segment("move", 10, { figure: { from: 0, to: 2, loop: false } });
  expect([0, 5000, 10_000].map((spent) => moment(held, plank, spent))).toEqual([0, 1, 2]);
  const walking = segment("go", 60, { figure: { from: 0, to: 4, loop: true } });
  expect([1000, 5000].map((spent) => moment(walking, plank, spent))).toEqual([1, 1]);
  expect(moment(segment("move", 4, { figure: { from: 0, to: 4, loop: false } }), plank, 4000)).toBe(0);
});

test("with less motion the target stands still while there is work, and the start before and after", () => {
  const plank = item("x", []);
  const up = segment("move", 2, { figure: { from: 0, to: 2, loop: false } });
  const back = segment("move", 2, { figure: { from: 2, to: 0, loop: false } });
  expect([up, back, segment("rest", 5)].map((one) => stillOf(plank, one))).toEqual([
    "/f/end.svg",
    "/f/start.svg",
    "/f/start.svg",
  ]);
  expect(figuresOf(plank, segment("hold", 5, { side: "left" }))).toBe(plank.figures.left);
});
