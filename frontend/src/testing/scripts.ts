/** Small scripts for tests, built in the form of the contract. */

import type { Item, Question, Script, Segment, SegmentKind } from "../script.ts";

export const MADE = Date.parse("2026-11-26T07:00:00Z");
const FIGURES = { moving: "/f/moving.svg", start: "/f/start.svg", end: "/f/end.svg" };

export function segment(kind: SegmentKind, seconds: number, more: Partial<Segment> = {}): Segment {
  return {
    kind,
    seconds,
    side: "both",
    set: 1,
    sets: 1,
    repetition: null,
    repetitions: null,
    figure: { from: 0, to: 0, loop: false },
    breath: null,
    say: null,
    ...more,
  };
}

export function item(exercise: string, segments: readonly Segment[], easier: Item | null = null): Item {
  const all = [segment("next", 10, { say: exercise }), segment("get-ready", 5, { say: "Get ready" }), ...segments];
  return {
    exercise,
    name: exercise,
    slot: "main",
    dose: "",
    steps: ["Lie down."],
    cues: [],
    breathing: "",
    feel: "",
    stop_if: [],
    figures: { right: FIGURES, left: FIGURES },
    round_seconds: 4,
    target_seconds: 2,
    seconds: all.reduce((sum, { seconds }) => sum + seconds, 0),
    segments: all,
    easier: easier && { ...easier, easier: null },
  };
}

export function moves(count: number, seconds = 4, more: Partial<Segment> = {}): Segment[] {
  return Array.from({ length: count }, (_, index) =>
    segment("move", seconds, {
      repetition: index + 1,
      repetitions: count,
      figure: { from: 0, to: 4, loop: false },
      ...more,
    }),
  );
}

export function question(finding: string, more: Partial<Question> = {}): Question {
  return { finding, text: `${finding}?`, help: null, follow_up: null, worrying: "yes", ...more };
}

export const NUMB = question("saddle-numbness", { follow_up: "Does wiping feel different?" });
export const FEVER = question("fever");

export const BRIDGE = item(
  "bridge",
  [...moves(2), segment("rest", 20), ...moves(2, 4, { set: 2 })],
  item("small-bridge", moves(2)),
);

export const PLANK = item("side-plank", [
  segment("hold", 20, { side: "right", figure: { from: 2, to: 2, loop: false } }),
  segment("switch-side", 6, { side: "left" }),
  segment("hold", 20, { side: "left", figure: { from: 2, to: 2, loop: false } }),
]);

export const BREATHING = item("belly-breathing", [
  segment("breathe", 8, { breath: { in: 3, out: 5 }, repetition: 1, repetitions: 2 }),
  segment("breathe", 8, { breath: { in: 3, out: 5 }, repetition: 2, repetitions: 2 }),
]);

export function script(items: readonly Item[] = [BREATHING, BRIDGE, PLANK], more: Partial<Script> = {}): Script {
  return {
    version: 1,
    id: "5d3a2c9e-0000-4000-8000-000000000001",
    person: "5d3a2c9e-0000-4000-8000-0000000000aa",
    language: "en",
    day: "2026-11-26",
    variant: "planned",
    made_at: "2026-11-26T07:00:00Z",
    expires_at: "2026-12-03T07:00:00Z",
    title: "Morning",
    seconds: items.reduce((sum, { seconds }) => sum + seconds, 0),
    items,
    gate: { questions: [NUMB, FEVER], pain: { text: "Pain now?", low: "none", high: "worst" } },
    help: { title: "Get help now", now: ["Call."], same_day: [], numbers: [], look_again: "", letter: "/letter/" },
    ...more,
  };
}
