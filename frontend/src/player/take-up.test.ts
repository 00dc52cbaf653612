import { expect, test } from "vitest";
import { MADE, script } from "../testing/scripts.ts";
import { Story } from "../testing/story.ts";
import { takenUp } from "./take-up.ts";

const opening = { run: "new", zone: 0 };
const begun = () => new Story().starts().waits(40);
const kept = (story: Story) => ({ script: story.script, state: story.state });

test("a workout that was cut short goes on, also when the server has made a new script meanwhile", () => {
  const story = begun();
  const found = takenUp(kept(story), script(undefined, { id: "newer" }), opening, story.now + 60_000, true);
  expect(found).toMatchObject({
    script: { id: story.script.id },
    state: { run: "run-1", paused: "resumed" },
    left: null,
  });
});

test("after six hours a workout is not gone on with; what was done of it is sent", () => {
  const story = begun();
  const found = takenUp(kept(story), script(), opening, story.now + 7 * 3_600_000, true);
  expect(found?.state).toMatchObject({ run: "new", screen: "gate" });
  expect(found?.left?.state.outgoing.at(-1)).toMatchObject({ id: "run-1", data: { ended: "stopped" } });
});

test("another person on the same device begins anew", () => {
  const story = begun();
  const found = takenUp(kept(story), script(undefined, { person: "somebody else" }), opening, story.now, true);
  expect(found?.state.run).toBe("new");
  expect(found?.left?.script.person).toBe(story.script.person);
});

test("when the server has no workout any more, the one under way does not go on", () => {
  expect(takenUp(kept(begun()), null, opening, MADE, true)).toBeNull();
});

test("questions that were not confirmed are asked again", () => {
  const story = new Story().says("fever", "no");
  expect(takenUp(kept(story), script(), opening, story.now, true)?.state).toMatchObject({ run: "new", asked: {} });
});

const inDanger = () => kept(new Story().says("fever", "yes").does({ kind: "gate-done", id: "a" }));

test("the help card stays while the server has not heard of the danger: in a shorter workout, next day, a week on", () => {
  const shorter = script(undefined, { id: "shorter", variant: "short" });
  for (const later of [60_000, 24 * 3_600_000, 6 * 24 * 3_600_000])
    expect(takenUp(inDanger(), shorter, opening, MADE + later, false)).toMatchObject({ state: { screen: "help" } });
});

test("once the server has heard of the danger, it says whether there is a workout: also the same one, after a slip", () => {
  expect(takenUp(inDanger(), script(), opening, MADE, true)?.state).toMatchObject({ run: "new", screen: "gate" });
  expect(takenUp(inDanger(), null, opening, MADE, false)).toBeNull();
});

test("the help card of one person is not shown to another", () => {
  const other = script(undefined, { person: "somebody else" });
  expect(takenUp(inDanger(), other, opening, MADE, false)?.state.screen).toBe("gate");
});

test("a workout that was saved is not begun again by opening the page", () => {
  const story = begun().does({ kind: "stop" }).does({ kind: "save" });
  expect(takenUp(kept(story), script(), opening, story.now, true)?.state.screen).toBe("done");
});
