import { expect, test } from "vitest";
import { FEVER, NUMB, question, script } from "../testing/scripts.ts";
import { Story } from "../testing/story.ts";

const findings = (story: Story) => story.state.outgoing.map(({ data }) => ("findings" in data ? data.findings : null));

test("none of these writes no for exactly the questions shown", () => {
  const story = new Story().does({ kind: "none-of-these", id: "a" });
  expect(story.state.screen).toBe("pain-before");
  expect(findings(story)).toEqual([{ "saddle-numbness": "no", fever: "no" }]);
});

test("a yes starts nothing, shows help and writes only what was answered", () => {
  const story = new Story().says("fever", "yes").does({ kind: "gate-done", id: "a" });
  expect(story.state.screen).toBe("help");
  expect(findings(story)).toEqual([{ fever: "yes" }]);
  expect(story.does({ kind: "start" }).state.screen).toBe("help");
});

test("after a yes, none of these says nothing any more", () => {
  const story = new Story().says("fever", "yes").does({ kind: "none-of-these", id: "a" });
  expect(story.state.screen).toBe("gate");
});

test("not sure without a follow-up starts nothing", () => {
  const story = new Story().says("fever", "unsure").does({ kind: "gate-done", id: "a" });
  expect(story.state.screen).toBe("help");
  expect(findings(story)).toEqual([{ fever: "unsure" }]);
});

test("not sure with a follow-up asks that one, and its no is a no", () => {
  const story = new Story().says("saddle-numbness", "unsure").does({ kind: "none-of-these", id: "a" });
  expect(story.state.screen).toBe("gate");
  story.says("saddle-numbness", "no", true).does({ kind: "none-of-these", id: "a" });
  expect(story.state.screen).toBe("pain-before");
  expect(findings(story)).toEqual([{ "saddle-numbness": "no", fever: "no" }]);
});

test.each(["yes", "unsure"] as const)("%s to the follow-up starts nothing", (answer) => {
  const story = new Story().says("saddle-numbness", "unsure").says("saddle-numbness", answer, true);
  expect(story.does({ kind: "gate-done", id: "a" }).state.screen).toBe("help");
  expect(findings(story)).toEqual([{ "saddle-numbness": answer }]);
});

test("while something is open, only none of these goes on", () => {
  const story = new Story().says("fever", "no").does({ kind: "gate-done", id: "a" });
  expect(story.state.screen).toBe("gate");
});

test("a question whose no worries is never denied by one tap", () => {
  const gate = { ...script().gate, questions: [FEVER, question("can-pass-water", { worrying: "no" })] };
  const story = new Story(script(undefined, { gate })).does({ kind: "none-of-these", id: "a" });
  expect(story.state.screen).toBe("gate");
  story.says("can-pass-water", "yes").does({ kind: "none-of-these", id: "a" });
  expect(story.state.screen).toBe("pain-before");
  expect(
    new Story(script(undefined, { gate })).says("can-pass-water", "no").does({ kind: "gate-done", id: "b" }).state
      .screen,
  ).toBe("help");
});

test("an answer can be changed before it is confirmed", () => {
  const story = new Story().says(NUMB.finding, "yes").says(NUMB.finding, "no").does({ kind: "none-of-these", id: "a" });
  expect(story.state.screen).toBe("pain-before");
});

test("an answer to something that was not asked changes nothing", () => {
  expect(new Story().says("headache", "yes").state.asked).toEqual({});
});
