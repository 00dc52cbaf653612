/** The workout itself: the figure over the whole screen, a count that is read from the floor, and few big buttons. */

import { icon, make, show, write, type IconName } from "../../dom.ts";
import { showBreath } from "./breath.ts";
import { countOf, labelOf, markOf, placeLine, saidOf } from "./moving-words.ts";
import { pausePanel } from "./pause-panel.ts";
import type { House, Screen } from "./screen.ts";
import { isMuted, muted } from "../settings.ts";
import { leadOf } from "../led.ts";
import type { State } from "../state.ts";
import { currentItem, currentSegment, isWork, progress, secondsAhead } from "../timeline.ts";

export function movingScreen(house: House, state: State): Screen {
  const view = new MovingView(house, state);
  return { element: view.element, update: (next) => view.update(next) };
}

class MovingView {
  readonly element: HTMLElement;
  private readonly bar = make("div", { class: "player-bar-done" });
  private readonly place = make("p", { class: "player-place" });
  private readonly left = make("p", { class: "player-left" });
  private readonly mute: HTMLButtonElement;
  private readonly help: HTMLButtonElement;
  private readonly name = make("h1", { class: "player-name", tabindex: -1 });
  private readonly mark = make("p", { class: "player-mark" });
  private readonly label = make("p", { class: "player-label", "aria-live": "polite" });
  private readonly count = make("p", { class: "player-count", role: "timer", "aria-live": "off" });
  private readonly unit = make("p", { class: "player-unit" });
  private readonly said = make("p", { class: "player-said" });
  private readonly breath = make("div", { class: "player-breath", "aria-hidden": "true" });
  private readonly ready: HTMLButtonElement;
  private readonly done: HTMLButtonElement;
  private readonly scene = make("div", { class: "player-scene" });
  private readonly pause: HTMLButtonElement;
  private readonly easy: HTMLButtonElement;
  private readonly buttons: HTMLElement;
  private readonly panel: Screen;
  private wasRunning: boolean;

  constructor(
    private readonly house: House,
    state: State,
  ) {
    const { words, dispatch } = house;
    this.wasRunning = state.since !== null;
    this.mute = this.control("sound", words("sound-off"), "player-mute", () => {
      house.change(muted(house.settings(), !isMuted(house.settings())));
    });
    this.help = this.control("help", words("help-now"), "", () => this.showHelp());
    this.ready = make(
      "button",
      { class: "button button-quiet player-ready-now", type: "button", press: () => dispatch({ kind: "ready" }) },
      words("i-am-ready"),
    );
    this.done = make(
      "button",
      { class: "button button-quiet player-ready-now", type: "button", press: () => dispatch({ kind: "enough" }) },
      words("set-done"),
    );
    this.pause = this.control("pause", words("pause"), "player-pause", () => dispatch({ kind: "pause" }));
    this.easy = this.worded("up", words("too-easy"), "player-easy", () => dispatch({ kind: "too-easy" }));
    this.buttons = this.controls();
    this.panel = pausePanel(house, state);
    this.element = this.laidOut();
  }

  update(state: State): void {
    const { words, script } = this.house;
    const item = currentItem(script, state);
    const segment = currentSegment(script, state);
    const running = state.since !== null;
    const turned = running !== this.wasRunning;
    this.wasRunning = running;
    this.house.figure.paint(item, segment, state.place.spent, this.house.isStill());
    this.showProgress(progress(script, state));
    write(this.place, placeLine(words, script, state));
    write(this.left, minutesLeft(this.house, state));
    write(this.name, item.name);
    write(this.mark, markOf(words, segment));
    this.showCoach(state);
    const told = this.house.coach?.told(state) ?? {};
    write(this.label, told.label ?? labelOf(words, script, state, segment));
    const [count, unit] = countOf(words, segment, state.place.spent);
    this.showCount(told.count ?? count, told.unit ?? unit);
    write(this.said, told.said ?? saidOf(words, item, segment, state));
    this.said.dataset["told"] = String(told.said !== undefined);
    this.element.dataset["kind"] = segment.kind;
    this.element.dataset["paused"] = String(!running);
    showBreath(this.breath, segment, state.place.spent, this.house.isStill());
    show(this.ready, running && !isWork(segment));
    show(this.done, running && isWork(segment) && leadOf(script, state) !== null);
    show(this.buttons, running);
    show(this.panel.element, !running);
    this.panel.update(state);
    this.easy.disabled = !isWork(segment) && segment.kind !== "rest" && segment.kind !== "switch-side";
    this.sayMute();
    if (turned) this.takeFocus(running);
  }

  /** In steps that can be seen: what does not change need not be drawn. */
  private showProgress(share: number): void {
    const width = `${(share * 100).toFixed(1)}%`;
    if (this.bar.style.inlineSize !== width) this.bar.style.inlineSize = width;
  }

  private showCount(count: string, unit: string): void {
    write(this.count, count);
    write(this.unit, unit);
    this.element.dataset["long"] = String(count.length > 2);
  }

  /** What the camera sees has the scene, and the figure its corner. */
  private showCoach(state: State): void {
    const { coach } = this.house;
    if (coach === null) return;
    const shown = coach.hasScene(state);
    const told = String(shown);
    if (this.element.dataset["camera"] !== told) this.element.dataset["camera"] = this.scene.dataset["camera"] = told;
    this.scene.dataset["mirrored"] = String(coach.isMirrored(state));
    this.house.figure.isSmall = shown;
    if (shown && coach.stage.parentElement !== this.scene) this.scene.prepend(coach.stage);
    if (!shown && coach.stage.parentElement === this.scene) coach.stage.remove();
  }

  /** Who paused by a button or key goes on by the same; the focus does not fall to the ground with what is hidden. */
  private takeFocus(running: boolean): void {
    const focused = document.activeElement;
    if (focused !== document.body && !this.element.contains(focused)) return;
    const next = running ? this.pause : this.panel.element.querySelector("button");
    next?.focus({ preventScroll: true });
  }

  /** Pauses, and opens when to get help. */
  private showHelp(): void {
    this.house.dispatch({ kind: "pause" });
    const line = this.element.querySelector<HTMLDetailsElement>(".player-help-line");
    if (line === null) return;
    line.open = true;
    line.querySelector("summary")?.focus();
    line.scrollIntoView({ block: "center" });
  }

  private sayMute(): void {
    const off = isMuted(this.house.settings());
    const text = this.house.words(off ? "sound-on" : "sound-off");
    if (this.mute.getAttribute("aria-label") === text) return;
    this.mute.setAttribute("aria-label", text);
    this.mute.replaceChildren(icon(off ? "mute" : "sound"));
  }

  private laidOut(): HTMLElement {
    const top = make(
      "header",
      { class: "player-top" },
      make("div", { class: "player-bar" }, this.bar),
      make("div", { class: "player-top-line" }, this.place, this.left, this.mute, this.help),
    );
    const counter = make("div", { class: "player-counter" }, this.breath, this.count, this.unit);
    const words = make("div", { class: "player-words" }, this.name, this.mark, this.label, counter, this.said);
    const acts = make("div", { class: "player-acts" }, this.ready, this.done, this.buttons, this.panel.element);
    this.scene.append(this.house.figure.element, ...(this.house.coach === null ? [] : [this.house.coach.offer]));
    return make("section", { class: "player-stage" }, top, this.scene, words, acts);
  }

  private controls(): HTMLElement {
    const { words, dispatch } = this.house;
    return make(
      "div",
      { class: "player-controls" },
      make(
        "div",
        { class: "player-transport" },
        this.control("back", words("back"), "", () => dispatch({ kind: "back" })),
        this.pause,
        this.control("skip", words("skip"), "", () => dispatch({ kind: "skip" })),
      ),
      make(
        "div",
        { class: "player-feelings" },
        this.worded("hand", words("hurts"), "player-hurts", () => dispatch({ kind: "hurts" })),
        this.easy,
      ),
    );
  }

  private control(name: IconName, label: string, more: string, press: () => void): HTMLButtonElement {
    return make(
      "button",
      { class: `player-control ${more}`, type: "button", "aria-label": label, title: label, press },
      icon(name),
    );
  }

  private worded(name: IconName, label: string, more: string, press: () => void): HTMLButtonElement {
    return make(
      "button",
      { class: `player-feeling ${more}`, type: "button", press },
      icon(name),
      make("span", { text: label }),
    );
  }
}

function minutesLeft({ words, script }: House, state: State): string {
  const minutes = Math.max(1, Math.ceil(secondsAhead(script, state) / 60));
  return minutes === 1 ? words("minutes-left-one") : words("minutes-left-many", { minutes });
}
