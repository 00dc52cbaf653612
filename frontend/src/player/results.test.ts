import { expect, test } from "vitest";
import type { Felt } from "../entry.ts";
import { BREATHING, BRIDGE, PLANK, item, moves, script, segment } from "../testing/scripts.ts";
import { Story } from "../testing/story.ts";

const whole = (items = [BREATHING, BRIDGE, PLANK]) => {
  const of = script(items, { phase: "restore" });
  return new Story(of).starts().waits(of.seconds);
};
const felt = (story: Story) => story.does({ kind: "save" }).practised.exercises.map((line) => line.felt);
const all = (story: Story, value: Felt) => story.does({ kind: "all-felt", felt: value });

test("the entry says in which phase it was, and at which step of its dose each exercise was given", () => {
  const [first, second] = [
    { ...BREATHING, step: 0 },
    { ...BRIDGE, step: 3 },
  ];
  const { phase, exercises } = whole([first, second]).does({ kind: "save" }).practised;
  expect(phase).toBe("restore");
  expect(exercises.map(({ step }) => step)).toEqual([0, 3]);
});

test("what was done in the place of an exercise has a step of its own", () => {
  const easier = item("small-bridge", moves(2));
  const of = script([item("bridge", moves(4), { ...easier, step: 1 })].map((one) => ({ ...one, step: 3 })));
  const story = new Story(of).starts(2).waits(17).hurts(3).does({ kind: "choose", choice: "easier" }).waits(23);
  const { exercises } = story.does({ kind: "save" }).practised;
  expect(exercises.map(({ exercise, step }) => [exercise, step])).toEqual([
    ["bridge", 3],
    ["small-bridge", 1],
  ]);
});

test("a script from before there were phases and steps in it leaves them out", () => {
  const data = new Story(script([BREATHING])).starts().waits(31).does({ kind: "save" }).practised;
  expect(data).not.toHaveProperty("phase");
  expect(data.exercises[0]).not.toHaveProperty("step");
  expect(data.exercises[0]).toMatchObject({ outcome: "done" });
});

const LOPSIDED = item("leg", [
  ...moves(1, 4, { side: "right", set: 1, sets: 2 }),
  segment("switch-side", 4, { side: "left" }),
  ...moves(1, 4, { side: "left", set: 1, sets: 1 }),
  segment("rest", 4, { side: "right", set: 2, sets: 2 }),
  ...moves(1, 4, { side: "right", set: 2, sets: 2 }),
]);

test("sets are those of both sides; one that only the worse side has is not among them", () => {
  expect(whole([LOPSIDED]).does({ kind: "save" }).practised.exercises[0]).toMatchObject({ outcome: "done", sets: 1 });
  const half = new Story(script([LOPSIDED])).starts().waits(15 + 4).does({ kind: "stop" }).does({ kind: "save" });
  expect(half.practised.exercises[0]).not.toHaveProperty("sets");
});

test("one tap says of all that was done how it felt, and can be said anew", () => {
  expect(felt(all(whole(), "right"))).toEqual(["right", "right", "right"]);
  expect(felt(all(all(whole(), "right"), "hard"))).toEqual(["hard", "hard", "hard"]);
});

test("what was said of one stays, whether it came before or after what was said of all", () => {
  const story = whole().does({ kind: "felt", item: 1, felt: "hard" });
  expect(felt(all(story, "right").does({ kind: "felt", item: 2, felt: "easy" }))).toEqual(["right", "hard", "easy"]);
});

test("too easy, said in the workout, stays so", () => {
  const story = new Story().starts().waits(45).does({ kind: "too-easy" }).waits(100);
  expect(felt(all(story, "hard"))).toEqual(["hard", "easy", "hard"]);
});

test("what was left out, and what hurt, did not feel like anything that is said of all", () => {
  const hurt = new Story().starts(2).waits(48).hurts(3).does({ kind: "choose", choice: "easier" }).waits(23);
  expect(felt(all(hurt.does({ kind: "skip" }), "right"))).toEqual(["right", undefined, "right", undefined]);
});

test("nothing is said of how it felt as long as nobody says it", () => {
  const story = whole();
  expect(story.state.felt_all).toBeNull();
  expect(felt(story)).toEqual([undefined, undefined, undefined]);
});

test("only after the workout is it asked of all, and a workout done once more begins with no answer", () => {
  expect(all(new Story().starts().waits(45), "easy").state.felt_all).toBeNull();
  const again = all(whole(), "easy").does({ kind: "save" }).does({ kind: "again", run: "run-2", zone: 60 });
  expect(again.state.felt_all).toBeNull();
});

test("a workout that an earlier program kept, which did not ask it of all, is taken up as it is", () => {
  const story = whole();
  const { felt_all, ...older } = story.state;
  expect(felt_all).toBeNull();
  story.state = older;
  expect(felt(story)).toEqual([undefined, undefined, undefined]);
});
