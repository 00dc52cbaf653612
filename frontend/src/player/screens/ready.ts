/** The last look before the start: what comes, how it sounds, and the tap that lets sound begin. */

import { icon, make } from "../../dom.ts";
import type { Item } from "../../script.ts";
import { isMuch } from "../hurts.ts";
import type { State } from "../state.ts";
import { soundPanel } from "./sound-panel.ts";
import { button, foot, heading, link, sheet } from "./parts.ts";
import { STILL, type House, type Screen } from "./screen.ts";
import { isPassingOnApple } from "../device.ts";

export function readyScreen(house: House, state: State): Screen {
  const { words, script } = house;
  const start = button({ text: words("start"), press: () => house.dispatch({ kind: "start" }) });
  start.classList.add("player-start");
  start.prepend(icon("play"));
  const minutes = Math.max(1, Math.round(script.seconds / 60));
  const long = minutes === 1 ? words("ready-minutes-one") : words("ready-minutes-many", { minutes });
  const count = script.items.length;
  const amount = count === 1 ? words("ready-exercises-one") : words("ready-exercises-many", { count });
  const element = sheet(
    "ready",
    make("p", { class: "overline", text: script.title }),
    heading(words("ready-title")),
    make("p", { class: "lead", text: `${long} · ${amount}` }),
    isMuch(script, state.pain_before) && sore(house),
    note(words("missing-title"), house.missing()),
    isPassingOnApple() && note(words("ios-title"), [words("ios-text")]),
    house.coach?.panel ?? null,
    house.cameraPage !== null && camera(house, house.cameraPage),
    soundPanel(house),
    make("h2", { class: "player-subtitle", text: words("exercises-title") }),
    make("ol", { class: "player-list" }, ...script.items.map(line)),
    foot(start, link(words("leave"), house.home, "plain")),
  );
  return { element, update: STILL };
}

/** A lot of pain to begin with ends nothing by itself; doing less is offered, not told. */
function sore({ words, script }: House): HTMLElement | null {
  const told = note(words("sore-title"), [words("sore-text")]);
  if (script.variant !== "short") told?.lastElementChild?.append(link(words("sore-short"), "?variant=short", "quiet"));
  return told;
}

function camera({ words }: House, open: () => Promise<void>): HTMLElement {
  return make(
    "div",
    { class: "player-camera" },
    button({ text: words("use-camera"), press: () => void open() }, "quiet"),
    make("p", { class: "soft", text: words("camera-text") }),
  );
}

function line(item: Item): HTMLElement {
  return make("li", {}, make("strong", { text: item.name }), make("span", { class: "soft", text: item.dose }));
}

function note(title: string, lines: readonly string[]): HTMLElement | null {
  if (lines.length === 0) return null;
  const body = make("div", { class: "notice-body" }, make("p", { class: "notice-title", text: title }));
  body.append(...lines.map((text) => make("p", { text })));
  return make("div", { class: "notice notice-info" }, body);
}
