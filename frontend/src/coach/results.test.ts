import { expect, test } from "vitest";
import type { Summary } from "./reading.ts";
import { Pace } from "./pace.ts";
import { seenOf } from "./results.ts";

function summary(more: Partial<Summary> = {}): Summary {
  return { count: 0, counts: "knee flexion", repetitions: [], holds: [], faults: [], ...more };
}

const one = (side: string, range: number | null, form: number | null = 0.8) => ({ side, start: 0, end: 2, range, form });

test("how far somebody went is told as a range, from the middle of all repetitions", () => {
  const repetitions = [one("both", 88), one("both", 91.4), one("both", 40)];
  const seen = seenOf([{ side: "both", summary: summary({ repetitions }), counted: 3 }], "count");
  expect(seen).toEqual({ repetitions: 3, range: { low: 85, high: 95 }, form: 0.8, measure: "knee flexion" });
});

test("what was counted is what the person saw counted, on each side by itself", () => {
  const left = { side: "left", summary: summary({ repetitions: [one("left", 60)] }), counted: 8 } as const;
  const right = { side: "right", summary: summary({ repetitions: [one("right", 70)] }), counted: 7 } as const;
  const seen = seenOf([left, right], "count");
  expect(seen?.repetitions).toBe(15);
  expect(seen?.sides?.left).toMatchObject({ repetitions: 8, range: { low: 55, high: 65 } });
  expect(seen?.sides?.right).toMatchObject({ repetitions: 7 });
});

test("a hold is told in seconds, and a pose passed through is none", () => {
  const holds = [{ side: "right", seconds: 12.34, form: 0.9 }, { side: "right", seconds: 0.4, form: 0.2 }];
  const seen = seenOf([{ side: "right", summary: summary({ holds }), counted: 1 }], "hold");
  expect(seen).toMatchObject({ seconds: 12.3, sides: { right: { seconds: 12.3 } } });
  expect(seen).not.toHaveProperty("repetitions");
});

test("where nothing was seen nothing is written down, and no angle where none was counted", () => {
  expect(seenOf([{ side: "both", summary: summary(), counted: 0 }], "count")).toBeNull();
  const seen = seenOf([{ side: "both", summary: summary({ counts: null, repetitions: [one("both", null, null)] }), counted: 1 }], "count");
  expect(seen).toEqual({ repetitions: 1 });
});

test("a fault stands once, however often it was seen", () => {
  const faults = [{ id: "too-fast" }, { id: "knees-fall-in" }, { id: "too-fast" }];
  const seen = seenOf([{ side: "both", summary: summary({ repetitions: [one("both", 80)], faults }), counted: 1 }], "count");
  expect(seen?.faults).toEqual(["too-fast", "knees-fall-in"]);
});

test("slow is what stays slow for seconds; a gap is a page that was not looked at", () => {
  const paced = (every: number, count: number) => {
    const pace = new Pace();
    for (let index = 0; index <= count; index += 1) pace.seen(1000 + index * every);
    return pace;
  };
  expect(paced(35, 200).isSlow).toBe(false);
  expect(paced(200, 10).isSlow).toBe(false);
  expect(paced(200, 30).isSlow).toBe(true);
  expect(paced(2500, 30).isSlow).toBe(false);
});
