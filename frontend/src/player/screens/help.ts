/** The help card: what was said, and what to do now. It came with the script, so that it is there without a network. */

import { icon, make } from "../../dom.ts";
import { worries } from "../gate.ts";
import type { State } from "../state.ts";
import { heading, link, list, sheet } from "./parts.ts";
import { STILL, type House, type Screen } from "./screen.ts";

export function helpScreen(house: House, state: State): Screen {
  const { words, script } = house;
  const said = script.gate.questions.filter((question) => worries(question, state.asked)).map(({ text }) => text);
  const { help } = script;
  const title = heading(help.title);
  const card = make(
    "section",
    { class: "help-card help-card-danger" },
    title,
    ...titled(words("help-said"), said),
    ...titled(words("help-now"), help.now),
    help.numbers.length > 0 && make("ul", { class: "numbers" }, ...help.numbers.map(telephone)),
    ...titled(words("help-same-day"), help.same_day),
    help.letter !== "" && link(words("help-letter"), help.letter || house.letter, "quiet"),
    help.look_again !== "" && make("p", { class: "soft", text: help.look_again }),
  );
  const rest = make("p", { class: "lead", text: words("help-no-workout") });
  return { element: sheet("help", card, rest, link(words("home"), house.home, "quiet")), update: STILL };
}

function titled(title: string, lines: readonly string[]): HTMLElement[] {
  if (lines.length === 0) return [];
  return [make("h2", { class: "overline", text: title }), list(lines, "help-list")];
}

/** A number to tap; where the country is not known there are words in its place, and nothing to tap. */
function telephone({ who, number }: { who: string; number: string }): HTMLElement {
  const said = make(
    "span",
    {},
    make("span", { class: "number-who", text: who }),
    " ",
    make("strong", { text: number }),
  );
  if (!/^[+\d][\d\s().-]*$/.test(number)) return make("li", {}, make("span", { class: "number" }, icon("phone"), said));
  return make(
    "li",
    {},
    make("a", { class: "number", href: `tel:${number.replace(/[^+\d]/g, "")}` }, icon("phone"), said),
  );
}
