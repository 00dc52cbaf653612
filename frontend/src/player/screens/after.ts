/** The end: how the pain is, how hard it was, how each one felt, a note. All of it may be left out but "save". */

import type { Felt } from "../../entry.ts";
import { make } from "../../dom.ts";
import type { State } from "../state.ts";
import { attemptsOf, itemOf, latest } from "../timeline.ts";
import { button, choices, foot, heading, link, scale, sheet } from "./parts.ts";
import { STILL, type House, type Screen } from "./screen.ts";

export function afterScreen(house: House, state: State): Screen {
  const { words, dispatch } = house;
  const ended = state.ended === "finished" || state.ended === "hurt" ? state.ended : "stopped";
  const element = sheet(
    "after",
    heading(words(`after-${ended}`)),
    make("p", { class: "lead", text: words(`after-${ended}-text`) }),
    ...ratings(house, state),
    feltList(house, state),
    noteField(house, state),
    foot(button({ text: words("save"), press: () => dispatch({ kind: "save" }) })),
  );
  return { element, update: STILL };
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

/** Only what was done is asked about, and not what hurt. */
function feltList({ words, script, dispatch }: House, state: State): HTMLElement | null {
  const options = (["easy", "right", "hard"] as const).map((value) => ({ value, text: words(`felt-${value}`) }));
  const asked = state.items.flatMap((_, index) => {
    const attempt = latest(attemptsOf(state, index));
    if (attempt.worked < 1000 || attempt.hurt) return [];
    const choose = (felt: Felt) => dispatch({ kind: "felt", item: index, felt });
    const legend = itemOf(script, index, attempt).name;
    return [choices({ name: `felt-${index}`, legend, options, chosen: attempt.felt, choose })];
  });
  if (asked.length === 0) return null;
  const title = make("summary", {}, words("after-felt"), " ", make("span", { class: "soft", text: words("optional") }));
  return make("details", { class: "player-felt" }, title, ...asked);
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
    foot(link(words("home"), house.home), mayRepeat && button({ text: words("again"), press: again }, "plain")),
  );
  return { element, update: STILL };
}

export function messageScreen(title: string, text: string, ...actions: HTMLElement[]): Screen {
  const element = sheet("message", heading(title), make("p", { class: "lead", text }), foot(...actions));
  return { element, update: STILL };
}
