/** The end: how the pain is, how hard it was, how the exercises felt, a note. All of it may be left out but "save". */

import { make } from "../../dom.ts";
import type { State } from "../state.ts";
import { feltQuestions } from "./felt.ts";
import { button, foot, heading, link, scale, sheet } from "./parts.ts";
import { seenByCamera } from "./seen.ts";
import { STILL, type House, type Screen } from "./screen.ts";

export function afterScreen(house: House, state: State): Screen {
  const { words, dispatch } = house;
  const ended = state.ended === "finished" || state.ended === "hurt" ? state.ended : "stopped";
  const felt = feltQuestions(house, state);
  const seen = seenByCamera(house);
  const element = sheet(
    "after",
    heading(words(`after-${ended}`)),
    make("p", { class: "lead", text: words(`after-${ended}-text`) }),
    felt !== null && ended !== "hurt" && make("p", { class: "soft", text: words("after-answers") }),
    seen.element,
    ...ratings(house, state),
    felt !== null && felt.element,
    noteField(house, state),
    foot(button({ text: words("save"), press: () => dispatch({ kind: "save" }) })),
  );
  const update = (next: State) => {
    seen.update(next);
    felt?.update(next);
  };
  return { element, update };
}

function ratings({ words, script, dispatch }: House, state: State): HTMLElement[] {
  const { low, high } = script.gate.pain;
  return [
    scale({
      name: "pain-after",
      legend: words("after-pain"),
      low,
      high,
      chosen: state.pain_after,
      choose: (value) => dispatch({ kind: "pain", value }),
    }),
    scale({
      name: "effort",
      legend: words("after-effort"),
      low: words("effort-low"),
      high: words("effort-high"),
      chosen: state.effort,
      choose: (value) => dispatch({ kind: "effort", value }),
    }),
  ];
}

function noteField({ words, dispatch }: House, state: State): HTMLElement {
  const area = make("textarea", { id: "player-note", rows: 3, maxlength: 2000 });
  area.value = state.note;
  area.addEventListener("input", () => dispatch({ kind: "note", text: area.value }));
  const label = make("label", { class: "player-asked", for: "player-note" }, words("after-note"));
  return make("div", { class: "field player-note" }, label, area);
}

export function doneScreen(house: House, state: State): Screen {
  const { words, dispatch } = house;
  const mayRepeat = state.ended === "finished" || state.ended === "stopped";
  const again = () => dispatch({ kind: "again", run: house.id(), zone: -new Date().getTimezoneOffset() });
  const element = sheet(
    "done",
    heading(words("done-title")),
    make("p", { class: "lead", text: words("done-text") }),
    make("p", { text: words("done-tomorrow") }),
    foot(
      link(words("home"), house.home),
      mayRepeat && button({ text: words("again"), press: again }, "plain"),
      link(words("something-new"), `${house.home}#look-again`, "plain"),
    ),
  );
  return { element, update: STILL };
}

export function messageScreen(title: string, text: string, ...actions: HTMLElement[]): Screen {
  const element = sheet("message", heading(title), make("p", { class: "lead", text }), foot(...actions));
  return { element, update: STILL };
}
