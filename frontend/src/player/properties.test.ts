import fc from "fast-check";
import { expect, test } from "vitest";
import { script } from "../testing/scripts.ts";
import { Story } from "../testing/story.ts";
import { abandoned } from "./begin.ts";
import { beepsAhead } from "./cues.ts";
import type { Event } from "./events.ts";
import { practisedEntry } from "./results.ts";
import { progress, remaining } from "./timeline.ts";

const simple = [
  "start",
  "pause",
  "go-on",
  "ready",
  "back",
  "skip",
  "hurts",
  "mistake",
  "pain-told",
  "too-easy",
] as const;
const answers = fc.constantFrom("yes", "no", "no", "no", "unsure" as const);
const events: fc.Arbitrary<Event> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...simple).map((kind) => ({ kind }) as Event) },
  { weight: 3, arbitrary: fc.constant<Event>({ kind: "none-of-these", id: "n" }) },
  { weight: 1, arbitrary: fc.constant<Event>({ kind: "gate-done", id: "g" }) },
  { weight: 1, arbitrary: fc.constant<Event>({ kind: "stop" }) },
  { weight: 1, arbitrary: fc.constant<Event>({ kind: "save" }) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 5 }).map((value) => ({ kind: "pain", value }) as Event) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom("fever", "saddle-numbness"), answers, fc.boolean())
      .map(([finding, answer, follow]) => ({ kind: "answer", finding, answer, follow }) as Event),
  },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom("go-on", "easier", "leave-out", "end" as const)
      .map((choice) => ({ kind: "choose", choice }) as Event),
  },
);
const steps = fc.array(fc.tuple(events, fc.nat({ max: 19_000 })), { maxLength: 60 });

function told(taken: readonly (readonly [Event, number])[], look: (story: Story) => void): Story {
  const story = new Story();
  for (const [event, wait] of [[{ kind: "tick" } as Event, 0] as const, ...taken]) {
    story.now += wait;
    story.does(event);
    look(story);
  }
  return story;
}

test("no sequence of events makes negative time, and every place is one of the script", () => {
  fc.assert(
    fc.property(fc.boolean(), steps, (begun, taken) => {
      const look = ({ script: plan, state }: Story) => {
        expect(state.place.spent).toBeGreaterThanOrEqual(0);
        expect(remaining(plan, state)).toBeGreaterThanOrEqual(0);
        expect(progress(plan, state)).toBeLessThanOrEqual(1);
        expect(beepsAhead(plan, state).every((beep) => beep.in >= 0)).toBe(true);
        if (state.since !== null) expect(state.screen).toBe("moving");
      };
      told(begun ? [...opening, ...taken] : taken, look);
    }),
  );
});

const opening: (readonly [Event, number])[] = [
  [{ kind: "none-of-these", id: "n" }, 0],
  [{ kind: "pain", value: 1 }, 0],
  [{ kind: "pain-told" }, 0],
  [{ kind: "start" }, 0],
];

test("every planned exercise stands exactly once in the results, and each easier one beside what it replaced", () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const story = told([...opening, ...taken], () => undefined);
      const { exercises } = practisedEntry(story.script, story.state, story.now).data;
      const planned = exercises.filter((line) => line.instead_of === undefined).map(({ exercise }) => exercise);
      expect(planned).toEqual(script().items.map(({ exercise }) => exercise));
      for (const line of exercises.filter((found) => found.instead_of !== undefined)) {
        expect(exercises.find(({ exercise }) => exercise === line.instead_of)?.outcome).toBe("hurt");
      }
    }),
  );
});

test("once there is help, nothing moves again, and an ended workout leaves its entry once", () => {
  fc.assert(
    fc.property(steps, (taken) => {
      let helped = false;
      const story = told([...opening, ...taken], ({ state }) => {
        if (helped) expect(state.screen).toBe("help");
        helped ||= state.screen === "help";
      });
      const left = abandoned(story.script, story.state).outgoing.filter(({ kind }) => kind === "practised");
      expect(left.length).toBeLessThanOrEqual(1);
      if (story.state.elapsed > 0) expect(left).toHaveLength(1);
    }),
  );
});

test("time that ran is never less than the time that was worked", () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const { state } = told([...opening, ...taken], () => undefined);
      const worked = state.items.flat().reduce((sum, attempt) => sum + attempt.worked, 0);
      expect(worked).toBeLessThanOrEqual(state.elapsed + 1e-6);
    }),
  );
});
