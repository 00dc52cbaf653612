import { expect, test } from "vitest";
import { BREATHING, BRIDGE, PLANK, script, segment } from "../testing/scripts.ts";
import { Story } from "../testing/story.ts";
import english from "../words.en.json";
import { filled, wordsOf, type PlayerWord } from "../words.ts";
import { breathSize } from "./screens/breath.ts";
import { countOf, labelOf, markOf, stepAt } from "./screens/moving-words.ts";
import { localVoice } from "./voice.ts";
import { currentSegment } from "./timeline.ts";

const words = wordsOf<PlayerWord>(english.player);
const voice = (lang: string, localService: boolean, first = false) => ({ lang, localService, default: first });

test("only voices of the device itself speak, the nearest region first", () => {
  expect(localVoice([voice("en-US", false, true)], "en")).toBeNull();
  expect(localVoice([voice("en-US", true), voice("en-GB", true)], "en-GB")?.lang).toBe("en-GB");
  expect(localVoice([voice("en_AU", true), voice("en-US", true, true)], "en")?.lang).toBe("en-US");
  expect(localVoice([voice("de-DE", true)], "en")).toBeNull();
});

test("repetitions are counted, holds count down, and long ones are read like a clock", () => {
  expect(countOf(words, segment("move", 4, { repetition: 3, repetitions: 10 }), 0)).toEqual(["3", "of 10"]);
  expect(countOf(words, segment("hold", 20), 4500)).toEqual(["16", "seconds"]);
  expect(countOf(words, segment("go", 300), 0)).toEqual(["5:00", "minutes"]);
  expect(countOf(words, segment("hold", 20), 19_400)).toEqual(["1", "second"]);
  expect(countOf(words, segment("hold", 20), 20_000)).toEqual(["0", "seconds"]);
  expect(countOf(words, segment("go", 60), 500)).toEqual(["1:00", "minutes"]);
});

test("half-way is shown when it is said, and the side of each repetition is on the screen", () => {
  const story = new Story(script([PLANK])).starts().waits(25);
  expect(labelOf(words, story.script, story.state, currentSegment(story.script, story.state))).toBe("Half-way");
  story.waits(5);
  expect(labelOf(words, story.script, story.state, currentSegment(story.script, story.state))).toBe("Hold");
  const lifted = segment("move", 4, { side: "left", set: 1, sets: 2 });
  expect(labelOf(words, story.script, story.state, lifted)).toBe("Left side");
  expect(markOf(words, lifted)).toBe("Set 1 of 2");
});

test("a breath says when to breathe in and out, and its circle grows and shrinks with it", () => {
  const story = new Story(script([BREATHING, BRIDGE])).starts().waits(16);
  const label = () => labelOf(words, story.script, story.state, currentSegment(story.script, story.state));
  expect(label()).toBe("Breathe in");
  story.waits(3);
  expect(label()).toBe("Breathe out");
  const sizes = [0, 1.5, 3, 5.5, 8].map((seconds) => breathSize({ in: 3, out: 5 }, seconds));
  expect(sizes[2]).toBe(1);
  expect(sizes[0]).toBeCloseTo(sizes[4] ?? 0);
  expect((sizes[1] ?? 0) > (sizes[0] ?? 1) && (sizes[3] ?? 1) < 1).toBe(true);
});

test("before an exercise its steps are shown one after the other, each long enough to be read", () => {
  const steps = ["Lie down.", "Bend your knees.", "Lift.", "Lower."];
  const item = { ...BRIDGE, steps };
  const shown = (seconds: number) =>
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((tenth) => stepAt(item, segment("next", seconds), tenth * seconds * 100));
  expect(new Set(shown(9))).toEqual(new Set(steps.slice(0, 2)));
  expect(new Set(shown(30))).toEqual(new Set(steps));
  expect(shown(2)).toEqual(Array(10).fill("Lie down."));
});

test("words are filled in, and a word that is missing is seen by its key", () => {
  expect(filled("{count} of {all}", { count: 2 })).toBe("2 of {all}");
  expect(wordsOf<"gone">({})("gone")).toBe("gone");
});

test("no word shouts, and none blames", () => {
  for (const text of [...Object.values(english.player), ...Object.values(english.page)]) {
    expect(text).not.toMatch(/!|should have|fail|poor|weak/i);
  }
});
