import { describe, expect, it } from "vitest";
import { BEFORE, lackingOf, looked, resultOf, type Measure, type Measuring } from "./measuring.ts";
import type { Reading, Summary } from "./reading.ts";

const HOLD: Measure = { takes: "hold", repetitions: 1, most: 45 };
const FIVE: Measure = { takes: "time", repetitions: 5, most: 120 };
const DEEP: Measure = { takes: "range", repetitions: 3, most: 160 };
const SEEN: Reading = { seen: "seen", missing: [], count: 0, side: "both", progress: 0, took: null, holding: false, hold: 0, cue: null, praise: false };
const AT_WORK: Measuring = { ...BEFORE, step: "working" };
const EMPTY: Summary = { count: 0, counts: null, repetitions: [], holds: [], faults: [] };

function after(measure: Measure, readings: readonly (readonly [number, Partial<Reading>])[], from = AT_WORK): Measuring {
  return readings.reduce((state, [now, part]) => looked(state, { ...SEEN, ...part }, measure, now), from);
}

function repetition(start: number, range: number | null) {
  return { side: "both", start, end: start + 2, range, form: null };
}

describe("a self-test by camera", () => {
  it("begins only when all of the body was in the picture for a while", () => {
    expect(after(HOLD, [[0, {}], [1400, {}]], BEFORE).step).toBe("placing");
    expect(after(HOLD, [[0, {}], [1000, { seen: "step-back" }], [2000, {}]], BEFORE).step).toBe("placing");
    expect(after(HOLD, [[0, {}], [1500, {}]], BEFORE).step).toBe("working");
  });

  it("ends a hold when it was let go, not at a moment's wobble", () => {
    const held = { holding: true, hold: 12 };
    expect(after(HOLD, [[0, held], [1000, { hold: 12 }], [1400, { holding: true, hold: 13 }]]).step).toBe("working");
    expect(after(HOLD, [[0, held], [1600, {}]]).step).toBe("over");
  });

  it("ends no hold that never began, and none that only passed through the pose", () => {
    expect(after(HOLD, [[0, {}], [40_000, {}]]).step).toBe("working");
    expect(after(HOLD, [[0, { holding: true, hold: 0.6 }], [40_000, {}]]).step).toBe("working");
  });

  it("says soon what is lacking: to be seen, the posture, the whole way, the pose", () => {
    const lacking = (measure: Measure, readings: readonly (readonly [number, Partial<Reading>])[]) =>
      lackingOf(after(measure, readings), measure, readings.at(-1)?.[0] ?? 0);
    expect(lacking(DEEP, [[0, { seen: "nobody" }], [700, { seen: "nobody" }]])).toBe("unseen");
    expect(lacking(DEEP, [[0, { seen: "step-back" }], [300, { seen: "step-back" }]])).toBeNull();
    expect(lacking(DEEP, [[0, { seen: "nobody" }], [700, { seen: "nobody" }], [800, {}]])).toBeNull();
    expect(lacking(FIVE, [[0, { seen: "not-this-exercise" }], [2000, { seen: "not-this-exercise" }]])).toBeNull();
    expect(lacking(FIVE, [[0, { seen: "not-this-exercise" }], [4000, { seen: "not-this-exercise" }]])).toBe("other");
    expect(lacking(HOLD, [[0, {}], [3900, {}]])).toBeNull();
    expect(lacking(HOLD, [[0, {}], [4000, {}]])).toBe("pose");
    expect(lacking(HOLD, [[0, { holding: true, hold: 0.1 }], [4000, { holding: true, hold: 4 }]])).toBeNull();
  });

  it("says from how far on it counts to whoever goes a part of the way, until something counts", () => {
    const part = [0, 1, 2].flatMap((turn) => [[turn * 2000, {}], [turn * 2000 + 1000, { progress: 0.5 }]] as const);
    const state = after(DEEP, [...part, [6000, {}]]);
    expect(lackingOf(state, DEEP, 6000)).toBe("part-way");
    expect(lackingOf(after(DEEP, part), DEEP, 5000)).toBeNull();
    expect(lackingOf(after(DEEP, [[7000, { count: 1 }]], state), DEEP, 7000)).toBeNull();
  });

  it("lets nobody try for ever what the camera does not see", () => {
    expect(after(HOLD, [[0, {}], [46_000, {}]]).step).toBe("over");
    expect(after(DEEP, [[0, {}], [30_000, { count: 1 }], [70_000, { count: 1 }]]).step).toBe("working");
    expect(after(DEEP, [[0, {}], [30_000, { count: 1 }], [76_000, { count: 1 }]]).step).toBe("over");
  });

  it("stops a hold by itself at the longest that is asked of anybody", () => {
    expect(after(HOLD, [[0, { holding: true, hold: 45 }]]).step).toBe("over");
    expect(resultOf(HOLD, { ...EMPTY, holds: [{ side: "both", seconds: 47.2, form: null }] })).toBe(45);
  });

  it("takes the longest hold, in half seconds", () => {
    const holds = [4.1, 21.3, 9].map((seconds) => ({ side: "both", seconds, form: null }));
    expect(resultOf(HOLD, { ...EMPTY, holds })).toBe(21.5);
  });

  it("takes the time from the first way up to the end of the last repetition", () => {
    expect(after(FIVE, [[0, { count: 4 }]]).step).toBe("working");
    expect(after(FIVE, [[0, { count: 5 }]]).step).toBe("over");
    const five = [1, 4, 7, 10, 13].map((start) => repetition(start, 70));
    expect(resultOf(FIVE, { ...EMPTY, repetitions: five })).toBe(14);
  });

  it("takes the middle one of three ranges, so that one odd reading does not decide", () => {
    const three = [80, 150, 90].map((range, place) => repetition(place * 4, range));
    expect(resultOf(DEEP, { ...EMPTY, repetitions: three })).toBe(90);
  });

  it("gives no number where too little was seen for one", () => {
    expect(resultOf(HOLD, EMPTY)).toBeNull();
    expect(resultOf(FIVE, { ...EMPTY, repetitions: [repetition(0, 70)] })).toBeNull();
    expect(resultOf(DEEP, { ...EMPTY, repetitions: [0, 4, 8].map((start) => repetition(start, null)) })).toBeNull();
  });
});
