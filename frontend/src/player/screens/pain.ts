/** How much it hurts: before the workout, and when something hurt in it. */

import { make } from "../../dom.ts";
import type { Choice } from "../events.ts";
import { hasEasier, isUsual } from "../hurts.ts";
import type { State } from "../state.ts";
import { currentItem, plannedItem } from "../timeline.ts";
import { button, foot, heading, link, scale, sheet } from "./parts.ts";
import { STILL, type House, type Screen } from "./screen.ts";

export function painBeforeScreen(house: House, state: State): Screen {
  const { words, dispatch } = house;
  const on = button({ text: words("go-on"), press: () => dispatch({ kind: "pain-told" }) });
  const element = sheet(
    "pain",
    painScale(house, state.pain_before),
    foot(on, link(words("leave"), house.home, "plain")),
  );
  return { element, update: (next) => void (on.disabled = next.pain_before === null) };
}

export function hurtsPainScreen(house: House, state: State): Screen {
  const { words, dispatch } = house;
  const sharp = tick(words("hurts-sharp"), state.telling.sharp);
  const travels = tick(words("hurts-travels"), state.telling.travels);
  const tell = () => dispatch({ kind: "sort-of-pain", sharp: sharp.input.checked, travels: travels.input.checked });
  sharp.input.addEventListener("change", tell);
  travels.input.addEventListener("change", tell);
  const on = button({ text: words("go-on"), press: () => dispatch({ kind: "pain-told" }) });
  const ticks = make(
    "div",
    { class: "choices choices-large" },
    make("div", { class: "choices-list" }, sharp.element, travels.element),
  );
  const element = sheet("pain", painScale(house, state.telling.pain, words("hurts-pain-title")), ticks, foot(on));
  return { element, update: (next) => void (on.disabled = next.telling.pain === null) };
}

/** The legend is the heading of the screen, and takes its focus. */
function painScale({ script, dispatch }: House, chosen: number | null, legend = script.gate.pain.text): HTMLElement {
  const { low, high } = script.gate.pain;
  const asked = scale({
    name: "pain",
    legend,
    low,
    high,
    chosen,
    choose: (value) => dispatch({ kind: "pain", value }),
  });
  asked.querySelector("legend")?.replaceChildren(heading(legend));
  return asked;
}

function tick(text: string, checked: boolean): { element: HTMLElement; input: HTMLInputElement } {
  const input = make("input", { type: "checkbox" });
  input.checked = checked;
  return { input, element: make("label", { class: "choice" }, input, make("span", { class: "choice-words", text })) };
}

export function choiceScreen(house: House, state: State): Screen {
  const { words, script, dispatch } = house;
  const easier = hasEasier(script, state) ? plannedItem(script, state.place.item).easier : null;
  const act = (choice: Choice) => () => dispatch({ kind: "choose", choice });
  const element = sheet(
    "choice",
    heading(words("choice-title")),
    make("p", { class: "overline", text: currentItem(script, state).name }),
    make("p", { class: "lead", text: words("choice-lead") }),
    foot(
      easier !== null && button({ text: words("choice-easier", { name: easier.name }), press: act("easier") }),
      button({ text: words("choice-leave-out"), press: act("leave-out") }, easier === null ? "primary" : "quiet"),
      isUsual(state) && button({ text: words("choice-go-on"), press: act("go-on") }, "quiet"),
      button({ text: words("choice-end"), press: act("end") }, "quiet"),
    ),
  );
  return { element, update: STILL };
}
