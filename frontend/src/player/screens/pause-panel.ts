/** While the workout stands still: go on, end, how the exercise goes, sound, keys, and when to get help. */

import { icon, make, show, write } from "../../dom.ts";
import type { State } from "../state.ts";
import { currentItem } from "../timeline.ts";
import { button, helpLine, list } from "./parts.ts";
import type { House, Screen } from "./screen.ts";
import { soundPanel } from "./sound-panel.ts";

export function pausePanel(house: House, state: State): Screen {
  const { words, dispatch } = house;
  const reason = make("p", { class: "player-paused", role: "status" });
  const on = button({ text: words("go-on"), press: () => dispatch({ kind: "go-on" }) });
  on.prepend(icon("play"));
  const help = helpLine(house);
  const element = make(
    "div",
    { class: "player-panel" },
    reason,
    on,
    make(
      "div",
      { class: "player-panel-row" },
      make(
        "button",
        { class: "button button-quiet", type: "button", press: () => dispatch({ kind: "back" }) },
        words("back"),
      ),
      make(
        "button",
        { class: "button button-quiet", type: "button", press: () => dispatch({ kind: "skip" }) },
        words("skip"),
      ),
    ),
    make(
      "button",
      { class: "button button-danger", type: "button", press: () => dispatch({ kind: "hurts" }) },
      words("hurts"),
    ),
    howTo(house, state),
    house.coach?.panel ?? null,
    mayUseCamera(house, state) && button({ text: house.words("use-camera"), press: () => void house.cameraPage?.() }, "quiet"),
    soundPanel(house),
    keys(house),
    help,
    button({ text: words("end"), press: () => dispatch({ kind: "stop" }) }, "plain"),
  );
  const update = (next: State) => {
    show(element, next.since === null);
    write(reason, words(next.paused === "asleep" || next.paused === "resumed" ? next.paused : "paused"));
  };
  return { element, update };
}

/** Where this exercise is one that a camera can follow. */
function mayUseCamera({ cameraPage, script }: House, state: State): boolean {
  const { camera } = currentItem(script, state);
  return cameraPage !== null && camera !== null && camera !== undefined;
}

function howTo(house: House, state: State): HTMLElement {
  const { words } = house;
  const item = currentItem(house.script, state);
  return make(
    "details",
    { class: "player-more" },
    make("summary", { text: words("how-to") }),
    make("ol", {}, ...item.steps.map((text) => make("li", { text }))),
    make("p", { text: item.breathing }),
    make("h2", { class: "overline", text: words("feel") }),
    make("p", { text: item.feel }),
    make("h2", { class: "overline", text: words("stop-if") }),
    list(item.stop_if, "player-stop-if"),
  );
}

function keys({ words }: House): HTMLElement {
  const rows = [
    [words("key-space"), words("key-pause")],
    [words("key-arrows"), words("key-back-skip")],
    ["H", words("key-hurts")],
    ["E", words("key-easy")],
    ["M", words("key-mute")],
    [words("key-escape"), words("key-stop")],
  ];
  const lines = rows.flatMap(([key, does]) => [
    make("dt", {}, make("kbd", { text: key ?? "" })),
    make("dd", { text: does ?? "" }),
  ]);
  return make(
    "details",
    { class: "player-more player-keys" },
    make("summary", { text: words("keys-title") }),
    make("dl", {}, ...lines),
  );
}
