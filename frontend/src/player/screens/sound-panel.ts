/** Voice and beeps, each with its own switch and volume, and still pictures instead of moving ones. */

import { make, write } from "../../dom.ts";
import type { ChannelName } from "../settings.ts";
import type { House } from "./screen.ts";

export function soundPanel(house: House): HTMLElement {
  const { words } = house;
  const silent = make("p", { class: "help", role: "status" });
  // Voices are often known only a moment after the page is there.
  const tell = () => write(silent, house.hasVoice() ? "" : words("sound-no-voice"));
  const still = checkbox(words("less-motion"), house.settings().still, (on) => {
    house.change({ ...house.settings(), still: on });
  });
  const panel = make(
    "details",
    { class: "player-sound" },
    make("summary", { text: words("sound-title") }),
    channel(house, "voice", words("sound-voice")),
    channel(house, "beeps", words("sound-beeps")),
    silent,
    still,
    make("button", { class: "button button-quiet", type: "button", press: house.trySound }, words("sound-try")),
  );
  panel.addEventListener("toggle", tell);
  return panel;
}

function channel(house: House, name: ChannelName, label: string): HTMLElement {
  const now = () => house.settings()[name];
  const volume = make("input", {
    type: "range",
    min: 0,
    max: 100,
    step: 5,
    "aria-label": `${label}: ${house.words("sound-volume")}`,
  });
  volume.value = String(Math.round(now().volume * 100));
  volume.addEventListener("input", () => {
    house.change({ ...house.settings(), [name]: { ...now(), volume: Number(volume.value) / 100 } });
  });
  const onOff = checkbox(label, now().on, (on) => house.change({ ...house.settings(), [name]: { ...now(), on } }));
  return make("div", { class: "player-channel" }, onOff, volume);
}

function checkbox(label: string, checked: boolean, changed: (on: boolean) => void): HTMLElement {
  const input = make("input", { type: "checkbox" });
  input.checked = checked;
  input.addEventListener("change", () => changed(input.checked));
  return make("label", { class: "choice" }, input, make("span", { class: "choice-words", text: label }));
}
