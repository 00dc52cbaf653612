import { expect, test } from "vitest";
import { BRIDGE, item, moves, PLANK, script, segment } from "../testing/scripts.ts";
import { Story } from "../testing/story.ts";
import { abandoned, resumed } from "./begin.ts";
import { remaining } from "./timeline.ts";

test("a workout runs from the first question to its end by itself and leaves one entry with everything in it", () => {
  const story = new Story().starts(3);
  expect(story.here).toBe("belly-breathing next");
  story.waits(story.script.seconds);
  expect(story.state.screen).toBe("after");
  story.does({ kind: "pain", value: 1 }).does({ kind: "effort", value: 4 }).does({ kind: "note", text: " good " });
  story.does({ kind: "felt", item: 1, felt: "hard" }).does({ kind: "save" });
  expect(story.state.screen).toBe("done");
  expect(story.practised).toEqual({
    script: story.script.id,
    exercises: [
      { exercise: "belly-breathing", outcome: "done", sets: 1, seconds: 16 },
      { exercise: "bridge", outcome: "done", felt: "hard", sets: 2, seconds: 16 },
      { exercise: "side-plank", outcome: "done", sets: 1, seconds: 40 },
    ],
    pain_before: 3,
    pain_after: 1,
    effort: 4,
    note: "good",
    seconds: story.script.seconds,
    ended: "finished",
  });
});

test("entries carry the moment with the person's own zone, and the id that the workout got when it was opened", () => {
  const story = new Story(script(), "my-id").starts().waits(20).does({ kind: "stop" }).does({ kind: "save" });
  expect(story.state.outgoing.map(({ id, kind, version }) => [id, kind, version])).toEqual([
    ["answered-1", "answered", 1],
    ["my-id", "practised", 4],
  ]);
  expect(story.state.outgoing[1]?.happened_at).toBe("2026-11-26T08:01:20.000+01:00");
});

test("exercises go on in tempo: each repetition takes exactly its own seconds", () => {
  const story = new Story(script([BRIDGE])).starts().waits(15);
  expect(story.here).toBe("bridge move");
  story.waits(3.9, 0.1);
  expect(story.state.place.segment).toBe(2);
  story.waits(0.2, 0.1);
  expect(story.state.place.segment).toBe(3);
});

test("it does not matter how often somebody looks at the time", () => {
  const often = new Story().starts().waits(57, 0.016);
  const seldom = new Story().starts().waits(57, 19);
  expect(often.here).toBe(seldom.here);
  expect(often.state.place.spent).toBeCloseTo(seldom.state.place.spent, 3);
  expect(often.state.items[0]?.[0].worked).toBeCloseTo(seldom.state.items[0]?.[0].worked ?? 0, 3);
});

test("a hold with two sides says when to switch, and then goes on with the other one", () => {
  const story = new Story(script([PLANK])).starts().waits(16);
  expect(story.here).toBe("side-plank hold right");
  story.waits(20);
  expect(story.here).toBe("side-plank switch-side left");
  story.waits(6);
  expect(story.here).toBe("side-plank hold left");
});

test("a pause keeps what remains, however long it lasts", () => {
  const story = new Story(script([PLANK])).starts().waits(22).does({ kind: "pause" });
  const left = remaining(story.script, story.state);
  story.now += 3_600_000;
  story.does({ kind: "tick" });
  expect(remaining(story.script, story.state)).toBe(left);
  story.does({ kind: "go-on" }).waits(1);
  expect(remaining(story.script, story.state)).toBe(left - 1000);
});

test("a device that slept pauses the workout where it was last seen", () => {
  const story = new Story(script([PLANK])).starts().waits(18);
  const place = story.state.place;
  story.now += 60_000;
  story.does({ kind: "tick" });
  expect(story.state).toMatchObject({ place, since: null, paused: "asleep" });
});

test("a clock that is set back neither moves the workout back nor stops it", () => {
  const story = new Story(script([PLANK])).starts().waits(18);
  const spent = story.state.place.spent;
  story.now -= 7_200_000;
  story.does({ kind: "tick" }).waits(1);
  expect(story.state.place.spent).toBe(spent + 1000);
});

test("a killed page goes on exactly where it was, and only when asked to", () => {
  const story = new Story().starts().waits(40);
  const kept = JSON.parse(JSON.stringify(story.state));
  story.now += 1_200_000;
  story.state = resumed(kept);
  story.does({ kind: "tick" });
  expect(story.state).toMatchObject({ place: kept.place, elapsed: kept.elapsed, paused: "resumed", screen: "moving" });
  story.does({ kind: "go-on" }).waits(story.script.seconds - 40);
  expect(story.state.screen).toBe("after");
  expect(story.state.elapsed).toBe(story.script.seconds * 1000);
});

test("a workout that nobody takes up again is still written down as far as it went", () => {
  const story = new Story().starts().waits(30);
  const put_away = abandoned(story.script, story.state);
  expect(put_away.outgoing.at(-1)?.data).toMatchObject({ ended: "stopped", seconds: 30 });
  const never_begun = abandoned(story.script, new Story().state);
  expect(never_begun.outgoing).toEqual([]);
});

test("back begins the exercise again, and at its very start goes to the one before", () => {
  const story = new Story().starts().waits(50).does({ kind: "back" });
  expect([story.here, story.state.place.spent]).toEqual(["bridge next", 0]);
  story.does({ kind: "back" });
  expect(story.here).toBe("belly-breathing next");
});

test("what was done stays done when somebody goes back to it and leaves it again", () => {
  const story = new Story().starts().waits(33).does({ kind: "back" }).does({ kind: "skip" }).does({ kind: "stop" });
  expect(story.does({ kind: "save" }).practised.exercises[0]).toMatchObject({ outcome: "done", seconds: 16 });
});

test("a set that was done counts, also in the rest after it and when its exercise is begun again", () => {
  const story = new Story(script([BRIDGE])).starts().waits(25);
  expect(story.here).toBe("bridge rest");
  story.does({ kind: "back" }).waits(11).does({ kind: "stop" }).does({ kind: "save" });
  expect(story.practised.exercises[0]).toMatchObject({ outcome: "part", sets: 1 });
});

test("back never leads to an exercise that hurt", () => {
  const story = new Story().starts().waits(13).hurts(2).does({ kind: "choose", choice: "leave-out" });
  expect(story.here).toBe("bridge next");
  story.does({ kind: "back" });
  expect(story.here).toBe("bridge next");
});

test("skip leaves an exercise: part of it when some was done, else skipped", () => {
  const story = new Story()
    .starts()
    .waits(20)
    .does({ kind: "skip" })
    .waits(2)
    .does({ kind: "skip" })
    .does({ kind: "skip" });
  expect(story.state).toMatchObject({ screen: "after", ended: "finished" });
  const outcomes = story.does({ kind: "save" }).practised.exercises.map(({ outcome }) => outcome);
  expect(outcomes).toEqual(["part", "skipped", "skipped"]);
});

test("a workout of which nothing was done was stopped, not finished", () => {
  const story = new Story().starts();
  for (let left = 0; left < 3; left += 1) story.does({ kind: "skip" });
  expect(story.does({ kind: "save" }).practised.ended).toBe("stopped");
});

test("who is ready goes on at once, from the how-to and from a rest, but not out of the work", () => {
  const story = new Story(script([BRIDGE])).starts().waits(1).does({ kind: "ready" });
  expect(story.here).toBe("bridge get-ready");
  story.waits(5 + 8 + 1);
  expect(story.here).toBe("bridge rest");
  story.does({ kind: "ready" });
  expect(story.here).toBe("bridge move");
  const before = story.state.place;
  expect(story.does({ kind: "ready" }).state.place).toEqual(before);
});

test("sets count only when all of both sides is done", () => {
  const both = item("leg", [
    ...moves(1, 4, { side: "right" }),
    ...moves(1, 4, { side: "left" }),
    ...moves(1, 4, { set: 2 }),
  ]);
  const story = new Story(script([both]))
    .starts()
    .waits(15 + 6)
    .does({ kind: "stop" })
    .does({ kind: "save" });
  expect(story.practised.exercises[0]).toEqual({ exercise: "leg", outcome: "part", seconds: 6 });
});

test("it hurts stops at once, and asks the questions again", () => {
  const story = new Story().starts().waits(45).does({ kind: "hurts" });
  expect(story.state).toMatchObject({ screen: "hurts-gate", since: null, asked: {} });
  const place = story.state.place;
  story.waits(30);
  expect(story.state.place).toEqual(place);
});

test("a little pain offers the easier exercise, which takes the place of the one that hurt", () => {
  const story = new Story()
    .starts(2)
    .waits(31 + 17)
    .hurts(3);
  expect(story.state.screen).toBe("hurts-choice");
  story.does({ kind: "choose", choice: "easier" });
  expect(story.here).toBe("small-bridge next");
  story.waits(23);
  expect(story.here).toBe("side-plank next");
  story.does({ kind: "stop" }).does({ kind: "save" });
  expect(story.practised).toMatchObject({ pain_during: 3, ended: "stopped" });
  expect(story.practised.exercises.slice(1)).toEqual([
    { exercise: "bridge", outcome: "hurt", seconds: 2 },
    { exercise: "small-bridge", instead_of: "bridge", outcome: "done", sets: 1, seconds: 8 },
    { exercise: "side-plank", outcome: "skipped" },
  ]);
});

test("there is no easier exercise than the easier one", () => {
  const story = new Story().starts().waits(45).hurts(2).does({ kind: "choose", choice: "easier" }).waits(18).hurts(2);
  story.does({ kind: "choose", choice: "easier" });
  expect(story.state.screen).toBe("hurts-choice");
  expect(story.does({ kind: "choose", choice: "leave-out" }).here).toBe("side-plank next");
});

test("it hurts, pressed by mistake, leaves no trace; but only before anything was answered", () => {
  const story = new Story().starts().waits(45).does({ kind: "hurts" }).does({ kind: "mistake" });
  expect(story.state).toMatchObject({ screen: "moving", since: null, paused: "asked" });
  expect(story.state.items[1]?.[0].hurt).toBe(false);
  story.does({ kind: "hurts" }).says("fever", "yes").does({ kind: "mistake" });
  expect(story.state.screen).toBe("hurts-gate");
});

test("numbness in the middle ends with help, writes both entries at once, and never comes back", () => {
  const story = new Story().starts().waits(45).does({ kind: "hurts" }).says("saddle-numbness", "yes");
  story.does({ kind: "gate-done", id: "answered-2" });
  expect(story.state).toMatchObject({ screen: "help", ended: "help" });
  expect(story.state.outgoing.map(({ data }) => data).slice(1)).toMatchObject([
    { findings: { "saddle-numbness": "yes" } },
    {
      ended: "help",
      exercises: [{ outcome: "done" }, { exercise: "bridge", outcome: "hurt" }, { outcome: "skipped" }],
    },
  ]);
  for (const kind of ["go-on", "start", "skip", "back", "mistake", "stop", "save"] as const) story.does({ kind });
  expect(story.state.screen).toBe("help");
  expect(story.state.outgoing).toHaveLength(3);
});

test("too easy is remembered, and the exercise goes on", () => {
  const story = new Story().starts().waits(45).does({ kind: "too-easy" });
  expect(story.state.since).not.toBeNull();
  story.does({ kind: "stop" }).does({ kind: "save" });
  expect(story.practised.exercises[1]).toMatchObject({ exercise: "bridge", felt: "easy" });
});

test("a script that is out of date starts nothing, also when it expires while the questions are open", () => {
  const old = script([PLANK], { expires_at: "2026-11-26T07:00:30Z" });
  expect(new Story(old).state.screen).toBe("expired");
  const story = new Story(script([PLANK], { expires_at: "2026-11-26T07:02:00Z" }));
  story.now += 120_000;
  expect(story.starts().state.screen).toBe("expired");
});

test("a workout that began in time may be finished after its script has expired", () => {
  const story = new Story(script([PLANK], { expires_at: "2026-11-26T07:01:30Z" })).starts().waits(40);
  expect(story.state.screen).toBe("moving");
});

test("a segment without length is passed over", () => {
  const story = new Story(script([item("x", [segment("rest", 0), segment("hold", 5)])])).starts().waits(16);
  expect(story.here).toBe("x hold");
});

test("the pain after a workout is asked, and missing is not 0", () => {
  const story = new Story(script([PLANK])).starts().waits(70).does({ kind: "pain", value: 11 }).does({ kind: "save" });
  expect(story.practised).not.toHaveProperty("pain_after");
  expect(story.practised).not.toHaveProperty("note");
});

test("a workout can be done once more, as a new one with its own id", () => {
  const story = new Story(script([PLANK])).starts().waits(70).does({ kind: "save" });
  story.does({ kind: "again", run: "run-2", zone: 60 });
  expect(story.state).toMatchObject({ run: "run-2", screen: "gate", outgoing: [], elapsed: 0 });
});
