/** The concrete questions, all on one screen, before a workout and again when something hurts. */

import type { Answer } from "../../entry.ts";
import { make, show, write } from "../../dom.ts";
import type { Question } from "../../script.ts";
import { isDecided, mayDenyTheRest } from "../gate.ts";
import type { State } from "../state.ts";
import { button, choices, foot, heading, link, sheet } from "./parts.ts";
import type { House, Screen } from "./screen.ts";

export function gateScreen(house: House, state: State): Screen {
  const { words, script, dispatch } = house;
  const again = state.screen === "hurts-gate";
  const asked = script.gate.questions.map((question) => questionOf(house, question, state));
  const on = button({ text: "", press: () => dispatch(step(house, current)) });
  const mistake = again && button({ text: words("mistake"), press: () => dispatch({ kind: "mistake" }) }, "plain");
  let current = state;
  const update = (next: State) => {
    current = next;
    for (const one of asked) one.update(next);
    const answered = Object.keys(next.asked).length;
    const decided = isDecided(script.gate.questions, next.asked);
    write(on, words(decided ? "go-on" : answered > 0 ? "none-others" : "none"));
    on.disabled = !decided && !mayDenyTheRest(script.gate.questions, next.asked);
    if (mistake) show(mistake, answered === 0);
  };
  const element = sheet(
    "gate",
    heading(words(again ? "gate-again-title" : "gate-title")),
    make("p", { class: "lead", text: words(again ? "gate-again-lead" : "gate-lead") }),
    make("div", { class: "player-questions" }, ...asked.map((one) => one.element)),
    foot(on, mistake, !again && link(words("leave"), house.home, "plain")),
  );
  return { element, update };
}

function step(house: House, state: State) {
  const kind = isDecided(house.script.gate.questions, state.asked) ? "gate-done" : "none-of-these";
  return { kind, id: house.id() } as const;
}

function questionOf({ words, dispatch }: House, question: Question, state: State): Screen {
  const { finding } = question;
  const options = (["no", "yes", "unsure"] as const).map((value) => ({ value, text: words(value) }));
  const told = state.asked[finding];
  const answer = (follow: boolean) => (value: Answer) => dispatch({ kind: "answer", finding, answer: value, follow });
  const first = choices({
    name: finding,
    legend: question.text,
    help: question.help,
    options,
    chosen: told?.first ?? null,
    choose: answer(false),
  });
  if (question.follow_up === null) return { element: first, update: () => undefined };
  const follow = choices({
    name: `${finding}-follow`,
    legend: question.follow_up,
    options,
    chosen: told?.follow ?? null,
    choose: answer(true),
  });
  follow.classList.add("player-follow");
  const update = ({ asked }: State) => {
    const open = asked[finding]?.first === "unsure";
    show(follow, open);
    if (!open) for (const input of follow.querySelectorAll("input")) input.checked = false;
  };
  return { element: make("div", { class: "player-question-pair" }, first, follow), update };
}
