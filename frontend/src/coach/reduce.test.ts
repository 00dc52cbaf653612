import { expect, test } from "vitest";
import { HOLD, OWN, PLACING, reading, Watched, WORK } from "../testing/watches.ts";
import { wordsOf } from "../words.ts";
import english from "../words.en.json";
import { leadWanted, paceOf } from "./lead.ts";
import { farewellOf, farewellTold, hintText, pausedTold, sayingOf, toldOf, type CoachWord } from "./saying.ts";

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

test("whoever is slow is told to take their time, and whoever is not seen doing it that they are not followed", () => {
  const slow = new Watched(WORK).reads({ count: 1, took: 9 }, 9).hears({ kind: "waited-out" });
  expect([slow.watch.byClock, leadWanted(slow.watch)]).toEqual(["slow", null]);
  expect(sayingOf(tongue, slow.watch, slow.now)?.text).toBe("Take your time. The clock goes on from here, and I go on counting.");
  slow.reads({ count: 2, took: 9 }, 9);
  expect(slow.watch.byClock).toBe("slow");
  expect(toldOf(tongue, slow.watch, slow.now)).toMatchObject({ count: "2", unit: "of 8" });
  const unseen = new Watched(WORK).reads({ count: 0 }, 20).hears({ kind: "waited-out" });
  expect(sayingOf(tongue, unseen.watch, unseen.now)?.text).toBe("I cannot follow this one well. The clock goes on.");
});

test("whoever rests within a hold is told that the clock goes on, and that they may", () => {
  const rests = new Watched(HOLD).reads({ holding: true }, 5).reads({ holding: false }, 20).hears({ kind: "waited-out" });
  expect(sayingOf(tongue, rests.watch, rests.now)?.text).toBe("The clock goes on from here. Rest whenever you like.");
  expect(new Watched(HOLD).reads({ holding: false }, 20).hears({ kind: "waited-out" }).watch.byClock).toBe("not-counted");
});

test("the pace of somebody is the middle of what their repetitions took, over all sets, and of both sides where they take turns", () => {
  const watched = new Watched(WORK).reads({ count: 1, took: 8 }).reads({ count: 2, took: 30 }).reads({ count: 3, took: 9 });
  expect(paceOf(watched.watch)).toBe(9000);
  watched.hears({ kind: "task", task: { ...WORK, phase: "waiting", leads: null } }).hears({ kind: "task", task: { ...WORK, set: 2 } });
  expect(paceOf(watched.watch)).toBe(9000);
  expect(paceOf(new Watched(WORK).watch)).toBeUndefined();
  expect(paceOf(new Watched({ ...WORK, halves: true }).reads({ count: 2, took: 4 }).watch)).toBe(8000);
});

/** Goes there and back so often, so far, and nothing counts. */
function swings(watched: Watched, far: number, times: number): Watched {
  for (let time = 0; time < times; time += 1) watched.reads({ progress: far }, 1).reads({ progress: 0.05 }, 1);
  return watched;
}

test("whoever goes half of the way sees what counts, and is not told aloud", () => {
  const said = (watched: Watched) => toldOf(tongue, watched.watch, watched.now)?.said;
  const half = swings(new Watched(WORK), 0.5, 4);
  expect(said(half)).toBe("I count when you go about as far as the picture. Go only as far as feels good.");
  expect(sayingOf(tongue, half.watch, half.now)).toBeNull();
  expect(said(half.reads({ count: 1, took: 3 }))).toBeUndefined();
  expect(said(swings(new Watched(WORK), 0.5, 2))).toBeUndefined();
  expect(said(swings(new Watched(WORK), 0.2, 20))).toBeUndefined();
  expect(said(swings(new Watched(HOLD), 0.5, 9))).toBeUndefined();
});

test("a movement that is another, or that the camera only times, is not told what would count", () => {
  const other = new Watched(WORK);
  for (let time = 0; time < 9; time += 1) other.reads({ seen: "not-this-exercise", progress: 0.6 }, 1).reads({ seen: "not-this-exercise" }, 1);
  expect(other.reads({}, 1).watch.swings.count).toBe(0);
  const timed = swings(new Watched({ ...WORK, leads: null }), 0.5, 5);
  expect(toldOf(tongue, timed.watch, timed.now)?.said).toBeUndefined();
});

test("how to stand so that one is seen is said in the rest after it, once, and not after a set that was seen", () => {
  const rest = { ...WORK, phase: "waiting", leads: null } as const;
  const turned = new Watched(WORK).reads({ count: 1 }, 2).reads({ seen: "turn-to-side" }, 3).hears({ kind: "task", task: rest });
  expect(sayingOf(tongue, turned.watch, turned.now)).toBeNull();
  const said = sayingOf(tongue, turned.waits(5).watch, turned.now);
  expect([said?.text, said?.again]).toEqual(["Turn.", null]);
  expect(toldOf(tongue, turned.watch, turned.now)?.said).toBe("Turn.");
  const away = new Watched(WORK).reads({ seen: "step-back", missing: ["left heel"] }, 3).hears({ kind: "task", task: rest }).waits(5);
  expect(sayingOf(tongue, away.watch, away.now)?.text).toBe("Step back. I cannot see your feet.");
  const well = new Watched(WORK).reads({ count: 1 }, 3).hears({ kind: "task", task: rest }).waits(5);
  expect([sayingOf(tongue, well.watch, well.now), toldOf(tongue, well.watch, well.now)]).toEqual([null, null]);
  expect(turned.hears({ kind: "task", task: { ...WORK, set: 2 } }).watch.advice).toBeNull();
});

test("a phone or a person that was moved in a rest is told so before the next set, and who only passes by is not", () => {
  const rest = { ...WORK, phase: "waiting", leads: null } as const;
  const seen = () => new Watched(WORK).reads({ count: 1 }, 3).hears({ kind: "task", task: rest });
  const moved = seen().reads({}, 5).reads({ seen: "step-back", missing: ["left heel"] }, 4);
  expect(sayingOf(tongue, moved.watch, moved.now)?.text).toBe("Step back. I cannot see your feet.");
  const turned = moved.reads({ seen: "turn-to-side" }, 4);
  expect(sayingOf(tongue, turned.watch, turned.now)?.text).toBe("Turn.");
  const mended = turned.reads({ seen: "not-this-exercise" }, 4);
  expect([sayingOf(tongue, mended.watch, mended.now), toldOf(tongue, mended.watch, mended.now)]).toEqual([null, null]);
  const passed = seen().reads({ seen: "step-back" }, 2).reads({ seen: "nobody" }, 20).reads({ seen: "turn-to-side" }, 2);
  expect([sayingOf(tongue, passed.watch, passed.now), toldOf(tongue, passed.watch, passed.now)]).toEqual([null, null]);
});

test("while the camera is on its way back the clock leads, and the coach again as soon as it sees", () => {
  const watched = new Watched(WORK).reads({ count: 3 }, 2).hears({ kind: "asleep", on: true });
  expect([leadWanted(watched.watch), watched.watch.counted]).toEqual([null, 3]);
  expect(toldOf(tongue, watched.watch, watched.now)).toBeNull();
  expect(watched.waits(30).watch.byClock).toBeNull();
  expect(toldOf(tongue, watched.watch, watched.now)?.said).toContain("The clock goes on meanwhile.");
  watched.hears({ kind: "asleep", on: false }).reads({ count: 4 }, 1);
  expect([leadWanted(watched.watch), watched.watch.counted]).toEqual(["count", 4]);
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

test("whoever is quick hears the exercise's own words for it, and the plain ones where it has none", () => {
  const own = { ...OWN, faults: { "too-quick": "Lower your heels slowly." } };
  const quick = (fault: string) => sayingOf({ ...tongue, own }, new Watched(WORK).reads({ cue: { code: "slower", fault } }).watch, 100_100)?.text;
  expect([quick("too-quick"), quick("drops")]).toEqual(["Lower your heels slowly.", "Slower."]);
});

test("a pause shows what was counted, and the player's own where the clock led or a hold is timed", () => {
  const counted = new Watched(WORK).reads({ count: 3 }, 2);
  expect(pausedTold(tongue, counted.watch, 1)).toEqual({ count: "4", unit: "of 8" });
  expect(pausedTold(tongue, { ...counted.watch, byClock: "slow" }, 0)).toEqual({ count: "3", unit: "of 8" });
  expect(pausedTold(tongue, { ...counted.watch, byClock: "lost" }, 0)).toBeNull();
  expect(pausedTold(tongue, new Watched(HOLD).reads({ holding: true }, 2).watch, 0)).toEqual({});
  expect(pausedTold(tongue, new Watched(PLACING).watch, 0)).toBeNull();
});

test("somebody out of view is told so, a hold says that its clock waits, and no cue is given", () => {
  const cue = { code: "deeper", fault: null } as const;
  const watched = new Watched(HOLD).reads({ holding: true }, 2).reads({ seen: "step-back", cue }, 2);
  expect(sayingOf(tongue, watched.watch, watched.now)?.text).toBe("The clock waits.");
  expect(toldOf(tongue, watched.watch, watched.now)).toMatchObject({ label: "Out of view", said: "The clock waits." });
});

test("nobody is told to turn or to step back in the middle of what they do, only what waits for them", () => {
  const said = (seen: "turn-to-side" | "turn-to-front" | "step-back" | "nobody", task = WORK) => {
    const watched = new Watched(task).reads({ count: 1 }, 2).reads({ seen }, 2);
    return sayingOf(tongue, watched.watch, watched.now)?.text;
  };
  for (const seen of ["turn-to-side", "turn-to-front", "step-back", "nobody"] as const) {
    expect(said(seen)).toBe("I cannot see all of you. I go on counting as soon as I do.");
    expect(said(seen, HOLD)).toBe("The clock waits.");
    expect(said(seen, { ...WORK, leads: null })).toBe("I cannot see all of you. The clock goes on.");
  }
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
