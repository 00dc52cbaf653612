/** What the camera saw, exercise by exercise; a count that is wrong is put right here. */

import { make } from "../../dom.ts";
import type { Item } from "../../script.ts";
import { repetitionsDone } from "../seen.ts";
import type { Attempt, Seen, State } from "../state.ts";
import { itemOf, latest } from "../timeline.ts";
import { STILL, type House, type Screen } from "./screen.ts";

/** From here on it was done much as the picture shows it; below, nothing is said. */
const MUCH_ALIKE = 0.75;

interface Line {
  readonly index: number;
  readonly item: Item;
  readonly attempt: Attempt;
  readonly seen: Seen;
}

/** What was seen last comes a moment after the end: it is added when it is there. */
export function seenByCamera(house: House): Screen {
  const element = make("section", { class: "player-seen", "aria-label": house.words("seen-title") });
  let shown: readonly Seen[] = [];
  let rows: readonly Screen[] = [];
  const update = (state: State) => {
    const lines = linesOf(house, state);
    if (lines.some(({ seen }, index) => seen !== shown[index])) {
      shown = lines.map(({ seen }) => seen);
      rows = lines.map((line) => row(house, line));
      element.replaceChildren(...head(house), make("ul", { class: "player-list" }, ...rows.map((one) => one.element)));
    }
    element.hidden = lines.length === 0;
    for (const one of rows) one.update(state);
  };
  return { element, update };
}

function linesOf({ script }: House, state: State): Line[] {
  return state.items.flatMap((attempts, index) => {
    const attempt = latest(attempts);
    return attempt.seen === undefined ? [] : [{ index, item: itemOf(script, index, attempt), attempt, seen: attempt.seen }];
  });
}

function head({ words }: House): HTMLElement[] {
  return [make("h2", { class: "player-subtitle", text: words("seen-title") }), make("p", { class: "soft", text: words("seen-lead") })];
}

function row(house: House, { index, item, attempt, seen }: Line): Screen {
  const about = make("p", { class: "soft", text: aboutOf(house, seen) });
  const name = make("strong", { text: item.name });
  if (repetitionsDone(attempt) === null) return { element: make("li", {}, name, about), update: STILL };
  const counter = stepper(house, index, item.name);
  return { element: make("li", {}, name, counter.element, about), update: counter.update };
}

/** Minus and plus beside the number, which may also be written. */
function stepper({ words, dispatch }: House, index: number, name: string): Screen {
  const field = make("input", { type: "number", min: 0, max: 500, step: 1, inputmode: "numeric", "aria-label": words("seen-repetitions", { name }) });
  const set = (count: number) => {
    field.value = String(Math.max(0, count));
    dispatch({ kind: "repetitions", item: index, count: Math.max(0, count) });
  };
  const step = (by: number, label: string, sign: string) =>
    make("button", { class: "stepper-button", type: "button", "aria-label": label, press: () => set(Number(field.value) + by) }, sign);
  field.addEventListener("change", () => set(Math.round(Number(field.value))));
  const element = make(
    "div",
    { class: "stepper" },
    step(-1, `${words("seen-less")}: ${name}`, "−"),
    field,
    step(1, `${words("seen-more")}: ${name}`, "+"),
    make("span", { class: "soft", "aria-hidden": "true", text: words("seen-count") }),
  );
  const update = (state: State) => {
    const attempts = state.items[index];
    const count = attempts === undefined ? null : repetitionsDone(latest(attempts));
    // Whoever is writing is let write.
    if (document.activeElement !== field) field.value = String(count ?? 0);
  };
  return { element, update };
}

function aboutOf({ words }: House, { seconds, range, sides, form }: Seen): string {
  const held = Math.round(seconds ?? 0);
  const [left, right] = [sides?.left, sides?.right];
  const told = [
    ...(held === 0 ? [] : [held === 1 ? words("seen-held-one") : words("seen-held-many", { seconds: held })]),
    ...(range === undefined ? [] : [words("seen-range", { low: range.low, high: range.high })]),
    ...(left?.repetitions && right?.repetitions ? [words("seen-sides", { left: left.repetitions, right: right.repetitions })] : []),
    ...(form !== undefined && form >= MUCH_ALIKE ? [words("seen-form")] : []),
  ];
  return told.map((text) => `${text}.`).join(" ");
}
