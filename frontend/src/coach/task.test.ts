import { expect, test } from "vitest";
import { reduce as play } from "../player/reduce.ts";
import type { State } from "../player/state.ts";
import type { Item } from "../script.ts";
import { item, moves, PLANK, script, segment } from "../testing/scripts.ts";
import { Story } from "../testing/story.ts";
import { PLACING, reading, Watched } from "../testing/watches.ts";
import { untold } from "./lead.ts";
import { nameOf, taskOf } from "./task.ts";

const camera = (by: "count" | "hold"): NonNullable<Item["camera"]> => ({ view: "side", by, alternates: false, reference: "/r.json" });
const SQUAT: Item = { ...item("squat", [...moves(3), segment("rest", 20, { set: 2 }), ...moves(3, 4, { set: 2 })]), camera: camera("count") };
const HELD: Item = { ...PLANK, camera: camera("hold") };

function phases(story: Story, seconds: number): string[] {
  const found: string[] = [];
  for (let second = 0; second < seconds; second += 1) {
    const task = taskOf(story.script, story.state);
    const name = task === null ? "nothing" : `${task.phase} ${task.leads ?? "clock"} ${task.side}`;
    if (found.at(-1) !== name) found.push(name);
    story.waits(1);
  }
  return found;
}

test("placing, work and rest of an exercise come one after the other, and an exercise without the camera is nothing", () => {
  const story = new Story(script([SQUAT, item("breathing", [segment("go", 20)])])).starts();
  expect(phases(story, 90)).toEqual([
    "placing view both", "waiting clock both", "working count both", "waiting clock both", "working count both", "nothing",
  ]);
});

test("nobody is asked to go farther who came with pain, whom something hurt, or for whom the script does not allow it", () => {
  const far: Item = { ...SQUAT, camera: { ...camera("count"), farther: true }, easier: { ...SQUAT, easier: null } };
  const asked = (item: Item, pain: number, then: (story: Story) => Story = (story) => story) =>
    taskOf(script([item]), then(new Story(script([item])).starts(pain)).state)?.farther;
  expect(asked(far, 1)).toBe(true);
  expect(asked(SQUAT, 1)).toBe(false);
  expect(asked(far, 3)).toBe(false);
  expect(asked(far, 1, (story) => story.hurts(1).does({ kind: "choose", choice: "go-on" }))).toBe(false);
  expect(asked(far, 1, (story) => story.hurts(1).does({ kind: "choose", choice: "easier" }))).toBe(false);
});

test("a hold is led as one, side after side", () => {
  const story = new Story(script([HELD])).starts();
  expect(phases(story, 62).filter((one) => one.startsWith("working"))).toEqual(["working hold right", "working hold left"]);
});

test("before the start somebody may look whether they are seen, and nothing is led by it", () => {
  const story = new Story(script([SQUAT])).does({ kind: "none-of-these", id: "a" }).does({ kind: "pain", value: 1 });
  story.does({ kind: "pain-told" });
  expect(taskOf(story.script, story.state)).toMatchObject({ phase: "placing", leads: null });
});

/** Tells the workout all that the coach knows. */
function told(story: Story, watched: Watched): State {
  watched.hears({ kind: "task", task: taskOf(story.script, story.state) });
  for (let step = 0; step < 8; step += 1) {
    const event = untold(story.script, story.state, watched.watch);
    if (event === null) return story.state;
    story.state = play(story.script, story.state, event, story.now);
    watched.hears({ kind: "task", task: taskOf(story.script, story.state) });
  }
  throw new Error("the coach and the workout never agree");
}

test("from coming into view to the last repetition the workout follows what is seen, and needs no tap", () => {
  const story = new Story(script([SQUAT])).starts();
  const watched = new Watched(PLACING);
  told(story, watched);
  expect(story.waits(60).here).toBe("squat next");
  told(story, watched.reads({ seen: "seen" }, 3));
  expect(story.here).toBe("squat get-ready");
  story.waits(5.1, 0.1);
  told(story, watched);
  for (const count of [1, 2, 3]) {
    story.waits(9);
    watched.hears({ kind: "reading", reading: reading({ count }) });
    told(story, watched);
  }
  expect(story.here).toBe("squat rest");
  story.waits(20.1, 0.1);
  told(story, watched);
  for (const count of [4, 5, 6]) {
    watched.hears({ kind: "reading", reading: reading({ count }) });
    told(story, watched);
  }
  expect(story.state.screen).toBe("after");
});

test("when the camera is lost in the middle, the clock takes the workout to its end", () => {
  const story = new Story(script([SQUAT])).starts().waits(15.1, 0.1);
  const watched = new Watched(taskOf(story.script, story.state)).reads({ count: 1 });
  told(story, watched);
  expect(story.waits(30).here).toBe("squat move");
  told(story, watched.hears({ kind: "trouble", trouble: "taken" }));
  expect(story.waits(80).state.screen).toBe("after");
});

test("what is followed is called by its name, and the easier exercise in its place by its own", () => {
  const easier = { ...SQUAT, name: "Easy squat", easier: null, camera: { ...camera("count"), reference: "/easy.json" } };
  const planned = script([{ ...SQUAT, name: "Squat", easier }]);
  expect(nameOf(planned, PLACING)).toBe("Squat");
  expect(nameOf(planned, { ...PLACING, reference: "/easy.json" })).toBe("Easy squat");
});
