/** Runs a workout in a page: events go into the reducer, and what comes out is shown, said, kept and sent. */

import type { Clock } from "../offline/clock.ts";
import type { Script } from "../script.ts";
import { waitingOf, type Storage } from "../storage/kept.ts";
import { keyValue } from "../storage/simple.ts";
import { FORGOTTEN, setBusy, tellAppended } from "../signals.ts";
import type { PlayerWords } from "../words.ts";
import { uuid } from "../unique.ts";
import { beepsAhead, passedHalf } from "./cues.ts";
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
import { Beeper } from "./sound.ts";
import type { State } from "./state.ts";
import { currentItem, currentSegment } from "./timeline.ts";
import { Voice } from "./voice.ts";

const KEEP_EVERY = 1000;
const HIDDEN_EVERY = 500;
/** Beeps are booked so far ahead that this is soon enough for the next ones of a long exercise. */
const BOOK_EVERY = 15_000;

export interface Place {
  readonly root: HTMLElement;
  readonly words: PlayerWords;
  readonly storage: Storage;
  readonly clock: Clock;
  readonly script: Script;
  readonly home: string;
  readonly letter: string;
}

export class Player {
  private settings: Settings;
  private screen: Screen | null = null;
  private shown = "";
  private kept = 0;
  private booked = 0;
  private sent = 0;
  private keeping: Promise<void> = Promise.resolve();
  private readonly listening = new AbortController();
  private readonly shelf = keyValue();
  private readonly beeper = new Beeper();
  private readonly awake = new Awake();
  private readonly voice: Voice;
  private readonly media: MediaKeys;
  private readonly house: House;

  constructor(
    private readonly place: Place,
    private state: State,
  ) {
    this.settings = readSettings(place.script.sound, this.shelf);
    this.voice = new Voice(place.script.language, () => undefined);
    this.media = new MediaKeys(this.mediaActions());
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
    this.beeper.silence();
    this.voice.stop();
    this.media.end();
    this.awake.keep(false);
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
    this.sound(before, event);
    const due = this.state.seen - this.kept >= KEEP_EVERY;
    if (event.kind !== "tick" || due || this.state.screen !== before.screen) this.keep();
  }

  private sound(before: State, event: Event): void {
    const { script, words } = this.place;
    if (this.state.since === null) {
      if (before.since !== null) this.fallSilent();
      return;
    }
    const same = before.place.item === this.state.place.item && before.place.segment === this.state.place.segment;
    const jumped = before.since === null || event.kind === "back" || event.kind === "skip";
    if (!same || jumped) this.segmentBegins(same && before.since === null && event.kind === "go-on");
    else if (passedHalf(script, before.place, this.state)) this.say(words("half-way"));
    if (this.state.seen - this.booked > BOOK_EVERY) this.book();
  }

  /** At the end of a workout the last beep may ring out, and a word is said. */
  private fallSilent(): void {
    const { words } = this.place;
    if (this.state.ended === "finished") return this.say(`${words("after-finished")}. ${words("after-finished-text")}`);
    this.beeper.silence();
    this.voice.stop();
  }

  private book(): void {
    this.booked = this.state.seen;
    this.beeper.book(beepsAhead(this.place.script, this.state), this.settings.beeps);
  }

  /** After a pause only the beeps go on; what was said is not said again. */
  private segmentBegins(goingOn: boolean): void {
    const { script } = this.place;
    const { say } = currentSegment(script, this.state);
    this.book();
    if (say !== null && (!goingOn || this.state.place.spent < 1000)) this.say(say);
    this.house.figure.prepare(currentItem(script, this.state), this.house.isStill());
  }

  private say(text: string): void {
    this.voice.say(text, this.settings.voice);
  }

  private unlock(): void {
    this.beeper.unlock();
    this.voice.unlock();
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
    if (!settings.voice.on) this.voice.stop();
    if (this.state.since !== null) this.book();
    this.screen?.update(this.state);
  }

  private onKey(press: KeyboardEvent): void {
    const event = eventOfKey(press, this.state);
    if (event === null) return;
    press.preventDefault();
    if (event === "mute") this.changeSettings(muted(this.settings, !isMuted(this.settings)));
    else this.dispatch(event);
  }

  private trySound(): void {
    this.beeper.unlock();
    this.voice.say(this.place.words("sound-sample"), this.settings.voice);
    this.beeper.book(
      [
        { sound: "count", in: 100 },
        { sound: "begin", in: 900 },
      ],
      this.settings.beeps,
    );
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
    const { script, words, home, letter, storage } = this.place;
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
      trySound: () => this.trySound(),
      hasVoice: () => this.voice.isThere,
      isStill: () => this.settings.still || wantsStill(),
      missing: () => missingHere(words, this.awake.isPossible, storage),
    };
  }
}
