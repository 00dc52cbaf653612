import fc from "fast-check";
import { expect, test } from "vitest";
import { script } from "../testing/scripts.ts";
import { Story } from "../testing/story.ts";

const PAIN = { text: "Pain now?", low: "none", high: "worst" };
const plan = (more: { stop_pain?: number; stop_rise?: number } = {}) =>
  script(undefined, { gate: { ...script().gate, pain: { ...PAIN, ...more } } });
const hurt = (start: number, pain: number, sort = {}, of = plan()) =>
  new Story(of).starts(start).waits(45).hurts(pain, sort);

test.each([
  ["pain above 5 that rose", 5, 6, {}],
  ["usual pain above 5 that rose by 2", 7, 9, {}],
  ["pain 2 above the start", 1, 3, {}],
  ["pain that is sharp or new", 2, 2, { sharp: true }],
  ["pain that comes into the leg, or goes further down", 2, 1, { travels: true }],
  ["sharp pain no worse than the usual", 7, 6, { sharp: true }],
])("%s ends the workout", (_, start, pain, sort) => {
  const story = hurt(start, pain, sort);
  expect(story.state).toMatchObject({ screen: "after", ended: "hurt" });
  story.does({ kind: "go-on" }).does({ kind: "start" }).waits(5);
  expect(story.state.screen).toBe("after");
  expect(story.does({ kind: "save" }).practised).toMatchObject({ ended: "hurt", pain_during: pain });
  expect(story.does({ kind: "again", run: "x", zone: 0 }).state.screen).toBe("done");
});

test.each([
  [5, 5],
  [6, 6],
  [9, 9],
  [8, 6],
  [4, 5],
  [7, 8],
])("usual pain of %i that is %i ends nothing, and doing less is offered", (start, pain) => {
  expect(hurt(start, pain).state).toMatchObject({ screen: "hurts-choice", ended: null, pain_during: pain });
});

test("what sort of pain ended the workout is told with it, and only then", () => {
  const told = (sort: object) => hurt(5, 8, sort).does({ kind: "save" }).practised?.pain_sort;
  expect(told({ sharp: true })).toEqual(["sharp"]);
  expect(told({ sharp: true, travels: true })).toEqual(["sharp", "travels"]);
  expect(told({})).toBeUndefined();
});

test("where the pain at the start is not known, above 5 ends the workout", () => {
  const unknown = (pain: number) => {
    const story = new Story().starts().waits(45);
    story.state = { ...story.state, pain_before: null };
    return story.hurts(pain).state.screen;
  };
  expect([unknown(5), unknown(6)]).toEqual(["hurts-choice", "after"]);
});

test("the numbers are those of the script; one from before it brought them stops above 5 and from 2 on", () => {
  const stops = (start: number, pain: number, more = {}) => hurt(start, pain, {}, plan(more)).state.screen === "after";
  expect([stops(3, 4), stops(3, 5), stops(5, 6)]).toEqual([false, true, true]);
  expect([stops(3, 4, { stop_pain: 3 }), stops(3, 4, { stop_rise: 1 })]).toEqual([true, true]);
  expect([stops(3, 5, { stop_rise: 3 }), stops(5, 6, { stop_pain: 7 })]).toEqual([false, false]);
});

test("a rise always ends the workout where it is large or high, and pain that did not rise never does", () => {
  const rating = fc.integer({ min: 0, max: 10 });
  fc.assert(
    fc.property(rating, rating, (start, pain) => {
      const ends = pain - start >= 2 || (pain > 5 && start <= 5);
      expect(hurt(start, pain).state.screen).toBe(ends ? "after" : "hurts-choice");
    }),
  );
});

test("pain no worse than the person came with may be gone on with, and nothing is said to have hurt", () => {
  const story = hurt(4, 4).does({ kind: "choose", choice: "go-on" });
  expect(story.state.screen).toBe("moving");
  story.waits(60).does({ kind: "stop" }).does({ kind: "save" });
  expect(story.practised.exercises.map((one) => one.outcome)).not.toContain("hurt");
  expect(story.practised).toMatchObject({ pain_during: 4, ended: "stopped" });
});

test("pain that rose at all may not be gone on with", () => {
  expect(hurt(3, 4).does({ kind: "choose", choice: "go-on" }).state.screen).toBe("hurts-choice");
});
