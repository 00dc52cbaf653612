/** Runs a workout in a page: events go into the reducer, and what comes out is shown, said, kept and sent. */

import type { Clock } from "../offline/clock.ts";
import type { Script } from "../script.ts";
import { waitingOf, type Storage } from "../storage/kept.ts";
import { keyValue } from "../storage/simple.ts";
import { FORGOTTEN, setBusy, tellAppended } from "../signals.ts";
import type { PlayerWords } from "../words.ts";
import { uuid } from "../unique.ts";
import { canBeWatched, hasCamera, type Coaching, type Desk, type StartCoach } from "./coaching.ts";
import { askToPersist, Awake, MediaKeys, wantsStill } from "./device.ts";
import type { Event } from "./events.ts";
import { FigureStage } from "./figure.ts";
import { eventOfKey } from "./keys.ts";
import { reduce } from "./reduce.ts";
import { missingHere } from "./missing.ts";
import { screenOf } from "./screens/choose.ts";
import { helpLine } from "./screens/parts.ts";
import type { House, Screen } from "./screens/screen.ts";
import { isMuted, keepSettings, muted, readSettings, type Settings } from "./settings.ts";
import { Sounding } from "./sounding.ts";
import type { State } from "./state.ts";
import { currentItem } from "./timeline.ts";

const KEEP_EVERY = 1000;
const HIDDEN_EVERY = 500;

export interface Place {
  readonly root: HTMLElement;
  readonly words: PlayerWords;
  readonly storage: Storage;
  readonly clock: Clock;
  readonly script: Script;
  readonly home: string;
  readonly letter: string;
  /** The page that may use the camera, and on that page what starts its coach; else null. */
  readonly cameraPage: string | null;
  readonly startCoach: StartCoach | null;
}

export class Player {
  private settings: Settings;
  private screen: Screen | null = null;
  private shown = "";
  private kept = 0;
  private sent = 0;
  private keeping: Promise<void> = Promise.resolve();
  private readonly listening = new AbortController();
  private readonly shelf = keyValue();
  private readonly awake = new Awake();
  private readonly sounding: Sounding;
  private readonly media: MediaKeys;
  private readonly house: House;
  private readonly coach: Coaching | null;

  constructor(private readonly place: Place, private state: State) {
    this.settings = readSettings(place.script.sound, this.shelf);
    this.sounding = new Sounding(place, {
      settings: () => this.settings,
      prepare: () => this.house.figure.prepare(currentItem(place.script, this.state), this.house.isStill()),
    });
    this.media = new MediaKeys(this.mediaActions());
    this.coach = place.startCoach?.(this.desk()) ?? null;
    this.house = this.makeHouse();
    this.sent = state.outgoing.length;
  }

  start(): void {
    const { signal } = this.listening;
    document.addEventListener("keydown", (press) => this.onKey(press), { signal });
    document.addEventListener("visibilitychange", () => this.lookAndKeep(), { signal });
    window.addEventListener("pagehide", () => this.lookAndKeep(), { signal });
    window.addEventListener(FORGOTTEN, () => void this.leave(false), { signal });
    this.show(this.state);
    this.keep();
    this.coach?.follow(this.state);
    const frame = () => {
      this.look();
      if (!this.isOver) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    const looking = setInterval(() => document.hidden && this.look(), HIDDEN_EVERY);
    signal.addEventListener("abort", () => clearInterval(looking));
  }

  /** The workout is in another tab from now on, or is nobody's any more: here nothing moves, sounds or is kept. What
   * was done is kept first, if `asked`. */
  async leave(asked: boolean): Promise<void> {
    if (asked) this.lookAndKeep();
    this.listening.abort();
    this.sounding.silence();
    this.media.end();
    this.awake.keep(false);
    this.coach?.leave();
    setBusy(false);
    await this.keeping;
  }

  private get isOver(): boolean {
    return this.listening.signal.aborted;
  }

  dispatch(event: Event): void {
    if (this.isOver) return;
    const now = Date.now();
    const before = this.dated(now);
    if (event.kind === "start" || event.kind === "go-on" || event.kind === "choose") this.unlock();
    this.state = reduce(this.place.script, before, event, now);
    this.follow(before, event);
  }

  /** The workout with what is known by now of the device's clock. */
  private dated(now: number): State {
    const ahead = this.place.clock.stamping(now);
    return ahead === (this.state.ahead ?? 0) ? this.state : { ...this.state, ahead };
  }

  private look(): void {
    if (this.state.since !== null) this.dispatch({ kind: "tick" });
  }

  private lookAndKeep(): void {
    this.look();
    this.keep();
  }

  /** Everything that follows from a step of the workout. */
  private follow(before: State, event: Event): void {
    this.show(this.state);
    this.sounding.follow(before, this.state, event);
    const due = this.state.seen - this.kept >= KEEP_EVERY;
    if (event.kind !== "tick" || due || this.state.screen !== before.screen) this.keep();
    this.coach?.follow(this.state);
  }

  private unlock(): void {
    this.sounding.unlock();
    this.media.unlock();
    void askToPersist();
  }

  private show(state: State): void {
    const key = `${state.run} ${state.screen}${state.screen === "moving" ? ` ${state.place.item} ${state.items[state.place.item]?.length}` : ""}`;
    if (key !== this.shown || this.screen === null) this.change(key, state);
    this.screen?.update(state);
    const moving = state.screen === "moving";
    this.awake.keep(moving && state.since !== null);
    setBusy(moving || state.screen.startsWith("hurts"));
    if (moving) this.media.tell(currentItem(this.place.script, state).name, state.since !== null);
    else if (state.screen === "after" || state.screen === "help") this.media.end();
  }

  private change(key: string, state: State): void {
    const between = this.shown.startsWith(`${state.run} moving`) && state.screen === "moving";
    this.shown = key;
    this.screen = screenOf(this.house, state);
    this.screen.update(state);
    const { root } = this.place;
    const inside = root.contains(document.activeElement) || document.activeElement === document.body;
    root.dataset["screen"] = state.screen;
    const needsHelpLine = state.screen !== "moving" && state.screen !== "help";
    root.replaceChildren(this.screen.element, ...(needsHelpLine ? [helpLine(this.house)] : []));
    if (!between) window.scrollTo({ top: 0 });
    // The first screen leaves the focus where the page put it.
    if (inside && (between || root.dataset["begun"] === "yes"))
      root.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
    root.dataset["begun"] = "yes";
  }

  /** Keeps the workout and its new entries in one step, one after the other. */
  private keep(): void {
    if (this.isOver) return;
    this.kept = this.state.seen;
    const { storage, script } = this.place;
    const { state } = this;
    if (state.outgoing.length < this.sent) this.sent = 0;
    const fresh = state.outgoing.slice(this.sent);
    this.place.clock.wrote(fresh.map(({ happened_at }) => happened_at));
    this.sent = state.outgoing.length;
    this.keeping = this.keeping
      .then(() => storage.keepRun({ script, state }, waitingOf(script, fresh, state.seen)))
      .then(() => (fresh.length > 0 ? tellAppended() : undefined))
      .catch(() => void (this.sent = Math.min(this.sent, state.outgoing.length - fresh.length)));
  }

  private changeSettings(settings: Settings): void {
    keepSettings(this.settings, settings, this.shelf);
    this.settings = settings;
    this.sounding.changed(this.state);
    this.screen?.update(this.state);
  }

  private onKey(press: KeyboardEvent): void {
    const event = eventOfKey(press, this.state);
    if (event === null) return;
    press.preventDefault();
    if (event === "mute") this.changeSettings(muted(this.settings, !isMuted(this.settings)));
    else this.dispatch(event);
  }

  private mediaActions() {
    return {
      play: () => this.dispatch({ kind: "go-on" }),
      pause: () => this.dispatch({ kind: "pause" }),
      nexttrack: () => this.dispatch({ kind: "skip" }),
      previoustrack: () => this.dispatch({ kind: "back" }),
    };
  }

  private makeHouse(): House {
    const { script, words, home, letter, storage, cameraPage } = this.place;
    return {
      script,
      words,
      home,
      letter,
      figure: new FigureStage(),
      settings: () => this.settings,
      change: (settings) => this.changeSettings(settings),
      dispatch: (event) => this.dispatch(event),
      id: uuid,
      trySound: () => this.sounding.try(),
      hasVoice: () => this.sounding.hasVoice,
      isStill: () => this.settings.still || wantsStill(),
      missing: () => missingHere(words, this.awake.isPossible, storage, script),
      coach: this.coach,
      cameraPage: cameraPage !== null && canBeWatched(script) && hasCamera() ? () => this.toCamera(cameraPage) : null,
    };
  }

  private desk(): Desk {
    return {
      script: this.place.script,
      state: () => this.state,
      dispatch: (event) => this.dispatch(event),
      say: (text) => this.sounding.say(text),
    };
  }

  /** The page with the camera is another one; the workout goes on there where it is. */
  private async toCamera(page: string): Promise<void> {
    this.dispatch({ kind: "camera", on: true });
    await this.leave(true);
    const address = new URL(page, location.href);
    address.search = location.search;
    location.assign(address);
  }

}
