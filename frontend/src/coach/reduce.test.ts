import { expect, test } from "vitest";
import { HOLD, OWN, PLACING, reading, Watched, WORK } from "../testing/watches.ts";
import { wordsOf } from "../words.ts";
import english from "../words.en.json";
import { leadWanted } from "./lead.ts";
import { farewellOf, farewellTold, hintText, sayingOf, toldOf, type CoachWord } from "./saying.ts";

const tongue = { words: wordsOf<CoachWord>(english.coach), own: OWN };

test("somebody who stays in view is placed, and who only walks through is not", () => {
  expect(new Watched(PLACING).reads({ seen: "seen" }, 1.2).reads({ seen: "nobody" }, 1).watch.isPlaced).toBe(false);
  expect(new Watched(PLACING).reads({ seen: "not-this-exercise" }, 2.5).watch.isPlaced).toBe(true);
  expect(new Watched(PLACING).reads({ seen: "step-back" }, 30).watch.isPlaced).toBe(false);
});

test("a flicker of the picture changes nothing that is said", () => {
  const watched = new Watched(WORK).reads({ seen: "seen" }, 2).reads({ seen: "nobody" }, 0.3);
  expect(watched.watch.seen).toBe("seen");
  expect(watched.reads({ seen: "nobody" }, 0.6).watch.seen).toBe("nobody");
});

test("repetitions count from the beginning of the set, and go on over the sets of one exercise and side", () => {
  const watched = new Watched(WORK).reads({ count: 3 });
  expect(watched.watch.counted).toBe(3);
  watched.hears({ kind: "task", task: { ...WORK, phase: "waiting", leads: null } }).hears({ kind: "task", task: { ...WORK, set: 2 } });
  expect(watched.watch.counted).toBe(0);
  expect(watched.reads({ count: 5 }).watch.counted).toBe(2);
});

test("the other side, and the next exercise, are counted from nothing", () => {
  const watched = new Watched({ ...WORK, side: "left" }).reads({ count: 8 });
  expect(watched.hears({ kind: "task", task: { ...WORK, side: "right" } }).reads({ count: 1 }).watch.counted).toBe(1);
  expect(watched.hears({ kind: "task", task: { ...WORK, item: 1 } }).reads({ count: 2 }).watch.counted).toBe(2);
});

test("where the sides take turns, both together are one repetition of the script", () => {
  const counted = (count: number) => new Watched({ ...WORK, halves: true }).reads({ count }).watch.counted;
  expect([1, 2, 3, 4].map(counted)).toEqual([0, 1, 1, 2]);
});

test("the clock leads when nobody is seen for long, and the coach again once they are back", () => {
  const watched = new Watched(WORK).reads({ count: 1 }, 2).reads({ seen: "nobody", count: 1 }, 25);
  expect([watched.watch.byClock, leadWanted(watched.watch)]).toEqual(["lost", null]);
  expect(watched.reads({ count: 2 }, 1).watch.byClock).toBeNull();
  expect(leadWanted(watched.watch)).toBe("count");
});

test("nobody waits for ever: not to be placed, not to be counted, and not for a pose that is not known as held", () => {
  expect(new Watched(PLACING).waits(65).watch.byClock).toBe("not-placed");
  expect(new Watched(WORK).reads({ count: 0 }, 50).watch.byClock).toBe("not-counted");
  expect(new Watched(HOLD).reads({ holding: false }, 50).watch.byClock).toBe("not-counted");
  expect(new Watched(HOLD).reads({ holding: true }, 90).watch.byClock).toBeNull();
});

test("a pause is not waited through: afterwards the coach leads as before", () => {
  const paused = (watched: Watched) => {
    for (let second = 0; second < 90; second += 1) {
      watched.now += 1000;
      watched.hears({ kind: "still" });
    }
    return watched.waits(3).watch.byClock;
  };
  expect(paused(new Watched(WORK).reads({ count: 1 }, 2))).toBeNull();
  expect(paused(new Watched(HOLD).reads({ holding: true }, 2))).toBeNull();
  expect(paused(new Watched(PLACING).reads({ seen: "nobody" }, 2))).toBeNull();
});

test("a camera that gives no pictures stops the hold, and then the clock goes on", () => {
  const watched = new Watched(HOLD).reads({ holding: true }, 3).hears({ kind: "blind" });
  expect(watched.watch.holding).toBe(false);
  for (let second = 0; second < 25; second += 1) {
    watched.now += 1000;
    watched.hears({ kind: "blind" });
  }
  expect(watched.watch.byClock).toBe("lost");
});

test("whatever happens to the camera, the clock leads at once", () => {
  for (const trouble of ["refused", "no-camera", "taken", "failed", "slow"] as const) {
    const { watch } = new Watched(WORK).reads({ count: 2 }).hears({ kind: "trouble", trouble });
    expect([watch.camera, watch.trouble, leadWanted(watch)]).toEqual(["off", trouble, null]);
  }
  expect(leadWanted(new Watched(WORK).hears({ kind: "off" }).watch)).toBeNull();
  expect(leadWanted(new Watched(WORK).hears({ kind: "away", on: true }).watch)).toBeNull();
});

test("whoever is in the middle of a workout is told why the camera is gone, and that the workout goes on", () => {
  const watched = new Watched(WORK).hears({ kind: "trouble", trouble: "slow" });
  expect(farewellOf(tongue.words, watched.watch)?.text).toBe(
    "This device is too slow to follow you well. That is fine: the workout goes on by the clock.",
  );
  expect(farewellTold(tongue.words, watched.watch, watched.now)?.said).toContain("by the clock");
  expect(farewellTold(tongue.words, watched.watch, watched.now + 60_000)).toBeNull();
});

test("a reading that comes after the camera is off changes nothing", () => {
  const { watch } = new Watched(WORK).hears({ kind: "off" }).hears({ kind: "reading", reading: reading({ count: 4 }) });
  expect(watch.counted).toBe(0);
});

test("one thing is said at a time, once, and nothing while all is well", () => {
  const watched = new Watched(WORK).reads({}, 3);
  const say = () => sayingOf(tongue, watched.watch, watched.now);
  expect(say()).toBeNull();
  const first = watched.reads({ cue: { code: "fault", fault: "knees-fall-in" } }) && say();
  expect(first?.text).toBe("Knees apart.");
  watched.reads({ cue: { code: "fault", fault: "knees-fall-in" } }, 4);
  expect(say()?.key).toBe(first?.key);
  expect(watched.reads({ praise: true }) && say()?.text).toBe("Good.");
  expect(watched.reads({}, 4) && say()).toBeNull();
  expect(watched.reads({ cue: { code: "slower", fault: null } }) && say()?.text).toBe("Slower.");
});

test("somebody out of view is told so, a hold says that its clock waits, and no cue is given", () => {
  const cue = { code: "deeper", fault: null } as const;
  const watched = new Watched(HOLD).reads({ holding: true }, 2).reads({ seen: "step-back", cue }, 2);
  expect(sayingOf(tongue, watched.watch, watched.now)?.text).toBe("The clock waits.");
  expect(toldOf(tongue, watched.watch, watched.now)).toMatchObject({ label: "Out of view", said: "The clock waits." });
});

test("nobody is told to turn in the middle of what they do", () => {
  const said = (seen: "turn-to-side" | "turn-to-front", task = WORK) => {
    const watched = new Watched(task).reads({ count: 1 }, 2).reads({ seen }, 2);
    return sayingOf(tongue, watched.watch, watched.now)?.text;
  };
  expect([said("turn-to-side"), said("turn-to-front")]).toEqual(["The clock waits.", "The clock waits."]);
  expect(hintText(OWN, new Watched(PLACING).reads({ seen: "turn-to-side" }, 1).watch)).toBe("Turn.");
});

test("what is missing in the picture is named, and only where it is little", () => {
  const seen = (missing: string[]) => new Watched(PLACING).reads({ seen: "step-back", missing }, 1).watch;
  expect(hintText(OWN, seen(["right foot index", "right heel"]))).toBe("Step back. I cannot see your feet.");
  expect(hintText(OWN, new Watched(PLACING).reads({ seen: "step-back" }, 1).watch)).toBe("Step back.");
});

test("a dark picture in which nobody is seen asks for light", () => {
  const watched = new Watched(PLACING).reads({ seen: "nobody" }, 1).hears({ kind: "light", mean: 20 });
  expect(hintText(OWN, watched.watch)).toBe("Too dark.");
  expect(hintText(OWN, watched.hears({ kind: "light", mean: 50 }).watch)).toBe("Too dark.");
  expect(hintText(OWN, watched.hears({ kind: "light", mean: 90 }).watch)).toBe("I see nobody.");
});

test("the count on the stage is what was counted, of what is to do", () => {
  const { watch, now } = new Watched(WORK).reads({ count: 3 });
  expect(toldOf(tongue, watch, now)).toMatchObject({ count: "3", unit: "of 8" });
});
