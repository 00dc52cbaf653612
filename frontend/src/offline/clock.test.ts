import { expect, test } from "vitest";
import { opened } from "../player/begin.ts";
import { practisedEntry } from "../player/results.ts";
import { reduce } from "../player/reduce.ts";
import { MemoryKeyValue } from "../storage/simple.ts";
import { FEVER, MADE, script } from "../testing/scripts.ts";
import { Clock, roughly } from "./clock.ts";

const HOUR = 3_600_000;

function learned(ahead: number, values = new MemoryKeyValue()): Clock {
  const clock = new Clock(values);
  clock.learn(MADE - ahead, MADE - 1000, MADE + 1000);
  return clock;
}

test("a clock that is wrong by more than five minutes is known to be, in both directions", () => {
  expect(learned(3 * HOUR).ahead(MADE + 1000)).toBe(3 * HOUR);
  expect(learned(-3 * HOUR).ahead(MADE + 1000)).toBe(-3 * HOUR);
  expect([-299_000, -10, 0, 299_000].map((ahead) => learned(ahead).ahead(MADE + 1000))).toEqual([0, 0, 0, 0]);
});

test("it is remembered by the device, and by the next page", () => {
  const values = new MemoryKeyValue();
  learned(HOUR, values);
  expect(new Clock(values).ahead(MADE + HOUR)).toBe(HOUR);
});

test("a clock that was set back, or of which nothing was heard for a week, is believed", () => {
  const clock = learned(HOUR);
  expect(clock.ahead(MADE - HOUR)).toBe(0);
  expect(clock.ahead(MADE + 8 * 24 * HOUR)).toBe(0);
});

test("an answer with no time, and a memory that is broken, change nothing", () => {
  const clock = learned(HOUR);
  clock.learn(NaN, MADE, MADE);
  expect(clock.ahead(MADE + 1000)).toBe(HOUR);
  const values = new MemoryKeyValue();
  for (const text of ["", "{", "[]", "null", '{"ahead": "1"}']) {
    values.setItem("unbend.clock", text);
    expect(new Clock(values).ahead(MADE)).toBe(0);
  }
});

test("how wrong it is is said roughly", () => {
  const said = [0, 1, 6, 89, 91, 180, 30 * 60, 40 * 60, 72 * 60].map((minutes) => roughly(-minutes * 60_000));
  expect(said.map((one) => (one === null ? "" : `${one.count} ${one.word}`))).toEqual([
    "",
    "1 clock-minute",
    "6 clock-minutes",
    "89 clock-minutes",
    "2 clock-hours",
    "3 clock-hours",
    "30 clock-hours",
    "2 clock-days",
    "3 clock-days",
  ]);
});

const one = script(undefined, { gate: { ...script().gate, questions: [FEVER] } });

function denied(clock: Clock, now: number): string {
  const state = opened(one, { run: "a", zone: 60, ahead: clock.stamping(now) }, now);
  const { outgoing } = reduce(one, state, { kind: "none-of-these", id: "no" }, now);
  const moments = outgoing.map(({ happened_at }) => happened_at);
  clock.wrote(moments);
  return moments[0] ?? "";
}

test("what is written bears the right time, in the zone of the device", () => {
  const clock = learned(3 * HOUR);
  expect(denied(clock, MADE + 60_000)).toBe("2026-11-26T05:01:00.000+01:00");
  const state = opened(one, { run: "b", zone: 60, ahead: 3 * HOUR }, MADE);
  expect(practisedEntry(one, state, MADE).happened_at).toBe("2026-11-26T05:00:00.000+01:00");
});

test("what was said before the clock was known to be wrong never hides what was said after", () => {
  const values = new MemoryKeyValue();
  const unaware = new Clock(values);
  expect(denied(unaware, MADE)).toBe("2026-11-26T08:00:00.000+01:00");
  const aware = new Clock(values);
  aware.learn(MADE - 3 * HOUR, MADE, MADE);
  expect(denied(aware, MADE + 60_000)).toBe("2026-11-26T08:00:00.001+01:00");
  expect(denied(aware, MADE + 60_000)).toBe("2026-11-26T08:00:00.002+01:00");
  expect(denied(aware, MADE + 4 * HOUR)).toBe("2026-11-26T09:00:00.000+01:00");
});

test("a moment so far ahead that the server took nothing of it binds no later one", () => {
  const clock = learned(400 * 24 * HOUR);
  clock.wrote([new Date(MADE).toISOString(), "no time"]);
  expect(clock.stamping(MADE + 60_000)).toBe(400 * 24 * HOUR);
});
