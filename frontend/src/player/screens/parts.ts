/** Parts that several screens are made of, in the forms of the design. */

import { make } from "../../dom.ts";
import { RATINGS } from "../rating.ts";
import type { House } from "./screen.ts";

export interface Action {
  readonly text: string;
  readonly press: () => void;
}

type Kind = "primary" | "quiet" | "plain" | "danger";

export function button({ text, press }: Action, kind: Kind = "primary"): HTMLButtonElement {
  return make("button", { class: `button button-${kind} button-large button-wide`, type: "button", press }, text);
}

export function link(text: string, href: string, kind: Kind = "primary"): HTMLAnchorElement {
  return make("a", { class: `button button-${kind} button-large button-wide`, href }, text);
}

/** A heading that takes the focus when its screen comes. */
export function heading(text: string): HTMLHeadingElement {
  return make("h1", { class: "player-title", tabindex: -1, text });
}

export function sheet(name: string, ...children: (Node | string | null | false)[]): HTMLElement {
  return make("section", { class: `player-sheet player-${name}` }, ...children);
}

/** What a person presses stands at the foot, in reach of a thumb. */
export function foot(...children: (Node | null | false)[]): HTMLElement {
  return make("div", { class: "player-foot" }, ...children);
}

/** The way to help stands on every screen of the player. */
export function helpLine({ words, script }: Pick<House, "words" | "script">): HTMLDetailsElement {
  const { help } = script;
  return make(
    "details",
    { class: "player-more player-help-line" },
    make("summary", { text: words("help-now") }),
    list(help.now, "player-stop-if"),
    help.same_day.length > 0 && make("p", { class: "player-asked", text: words("help-same-day") }),
    help.same_day.length > 0 && list(help.same_day, "player-stop-if"),
    help.look_again !== "" && make("p", { class: "soft", text: help.look_again }),
  );
}

export interface Option<Value extends string> {
  readonly value: Value;
  readonly text: string;
}

export interface Choosing<Value extends string> {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly Option<Value>[];
  readonly chosen: Value | null;
  readonly choose: (value: Value) => void;
  readonly help?: string | null;
}

/** A question whose answers stand side by side. */
export function choices<Value extends string>(asked: Choosing<Value>): HTMLFieldSetElement {
  const list = asked.options.map(({ value, text }) => {
    const input = radio(asked.name, value, value === asked.chosen);
    input.addEventListener("change", () => asked.choose(value));
    return make("label", { class: "choice" }, input, make("span", { class: "choice-words", text }));
  });
  const helped = asked.help ? make("p", { class: "help", id: `${asked.name}-help`, text: asked.help }) : null;
  return make(
    "fieldset",
    { class: "choices choices-row choices-large player-question", "aria-describedby": helped?.id },
    make("legend", { class: "player-asked", text: asked.legend }),
    helped,
    make("div", { class: "choices-list" }, ...list),
  );
}

export interface Scale {
  readonly name: string;
  readonly legend: string;
  readonly low: string;
  readonly high: string;
  readonly chosen: number | null;
  readonly choose: (value: number) => void;
}

/** A number from 0 to 10 by one tap; the ends have names. */
export function scale({ name, legend, low, high, chosen, choose }: Scale): HTMLFieldSetElement {
  const steps = RATINGS.map((value) => {
    const input = radio(name, String(value), value === chosen);
    input.addEventListener("change", () => choose(value));
    const end = value === 0 ? low : value === 10 ? high : "";
    const named = end && make("span", { class: "only-seen-by-readers", text: ` ${end}` });
    return make("label", { class: "scale-step" }, input, make("span", {}, String(value), named || null));
  });
  return make(
    "fieldset",
    { class: "scale player-scale" },
    make("legend", { class: "player-asked", text: legend }),
    make("div", { class: "scale-row" }, ...steps),
    make(
      "p",
      { class: "scale-ends", "aria-hidden": "true" },
      make("span", { text: `0 ${low}` }),
      make("span", { text: `10 ${high}` }),
    ),
  );
}

function radio(name: string, value: string, checked: boolean): HTMLInputElement {
  const input = make("input", { type: "radio", name, value });
  input.checked = checked;
  return input;
}

export function list(lines: readonly string[], name: string): HTMLUListElement {
  return make("ul", { class: name }, ...lines.map((text) => make("li", { text })));
}

/** Seconds as a person reads a clock: 45, or 1:05. */
export function clockOf(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  return whole < 60 ? String(whole) : `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
