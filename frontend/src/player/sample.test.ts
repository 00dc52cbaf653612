import { expect, test } from "vitest";
import type { Script } from "../script.ts";
import { Story } from "../testing/story.ts";
import sample from "../testing/sample-script.json";
import { moment } from "./figure-time.ts";

const script = { ...sample, made_at: "2026-11-26T07:00:00Z" } as unknown as Script;

test("a script as the server makes it runs to its end in exactly its seconds, with every exercise done", () => {
  const story = new Story(script).starts().waits(script.seconds, 0.5);
  expect(story.state).toMatchObject({ screen: "after", ended: "finished", elapsed: script.seconds * 1000 });
  const { exercises } = story.does({ kind: "save" }).practised;
  expect(exercises.map(({ exercise, outcome }) => [exercise, outcome])).toEqual(
    script.items.map(({ exercise }) => [exercise, "done"]),
  );
});

test("the seconds of a script, of its items and of their segments are the same sum", () => {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  for (const item of script.items) expect(sum(item.segments.map(({ seconds }) => seconds))).toBe(item.seconds);
  expect(sum(script.items.map(({ seconds }) => seconds))).toBe(script.seconds);
});

test("every moment shown lies within the round of its figure", () => {
  for (const item of script.items.flatMap((one) => (one.easier ? [one, one.easier] : [one]))) {
    for (const segment of item.segments) {
      for (const share of [0, 0.5, 1]) {
        const at = moment(segment, item, share * segment.seconds * 1000);
        expect(at).toBeGreaterThanOrEqual(0);
        expect(at).toBeLessThanOrEqual(item.round_seconds);
      }
    }
  }
});
