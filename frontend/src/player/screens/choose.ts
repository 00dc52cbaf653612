/** Which screen shows a state. */

import type { State } from "../state.ts";
import { afterScreen, doneScreen, messageScreen } from "./after.ts";
import { gateScreen } from "./gate.ts";
import { helpScreen } from "./help.ts";
import { movingScreen } from "./moving.ts";
import { choiceScreen, hurtsPainScreen, painBeforeScreen } from "./pain.ts";
import { link } from "./parts.ts";
import { readyScreen } from "./ready.ts";
import type { House, Screen } from "./screen.ts";

export function screenOf(house: House, state: State): Screen {
  switch (state.screen) {
    case "gate":
    case "hurts-gate":
      return gateScreen(house, state);
    case "pain-before":
      return painBeforeScreen(house, state);
    case "ready":
      return readyScreen(house, state);
    case "moving":
      return movingScreen(house, state);
    case "hurts-pain":
      return hurtsPainScreen(house, state);
    case "hurts-choice":
      return choiceScreen(house, state);
    case "help":
      return helpScreen(house, state);
    case "after":
      return afterScreen(house, state);
    case "done":
      return doneScreen(house, state);
    case "expired":
      return messageScreen(
        house.words("expired-title"),
        house.words("expired-text"),
        link(house.words("home"), house.home),
      );
  }
}
