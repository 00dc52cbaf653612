/** What is heard of a workout: words at the start of a segment, counts, half-way, and the beeps booked ahead. */

import type { Script } from "../script.ts";
import type { PlayerWords } from "../words.ts";
import { beepsAhead, passedHalf } from "./cues.ts";
import type { Event } from "./events.ts";
import type { Settings } from "./settings.ts";
import { Beeper } from "./sound.ts";
import type { State } from "./state.ts";
import { currentSegment } from "./timeline.ts";
import { Voice } from "./voice.ts";

/** Beeps are booked so far ahead that this is soon enough for the next ones of a long exercise. */
const BOOK_EVERY = 15_000;
/** What makes the beeps come at other times than the clock alone would. */
const SHIFTS: ReadonlySet<Event["kind"]> = new Set(["lead", "placed", "counted", "holding"]);

export interface Around {
  readonly settings: () => Settings;
  /** The pictures of what begins now are asked for. */
  readonly prepare: () => void;
}

export class Sounding {
  private booked = 0;
  private readonly beeper = new Beeper();
  private readonly voice: Voice;

  constructor(
    private readonly place: { readonly script: Script; readonly words: PlayerWords },
    private readonly around: Around,
  ) {
    this.voice = new Voice(place.script.language, () => undefined);
  }

  get hasVoice(): boolean {
    return this.voice.isThere;
  }

  /** What is to be heard of a step of the workout. */
  follow(before: State, state: State, event: Event): void {
    const { script, words } = this.place;
    if (state.since === null) {
      if (before.since !== null) this.fallSilent(state);
      return;
    }
    const same = before.place.item === state.place.item && before.place.segment === state.place.segment;
    const jumped = before.since === null || event.kind === "back" || event.kind === "skip";
    if (event.kind === "counted") this.counted(state, event.count, same);
    else if (!same || jumped) this.segmentBegins(state, same && before.since === null && event.kind === "go-on");
    else if (passedHalf(script, before.place, state)) this.say(words("half-way"));
    if (SHIFTS.has(event.kind) || state.seen - this.booked > BOOK_EVERY) this.book(state);
  }

  say(text: string): void {
    this.voice.say(text, this.around.settings().voice);
  }

  changed(state: State): void {
    if (!this.around.settings().voice.on) this.voice.stop();
    if (state.since !== null) this.book(state);
  }

  silence(): void {
    this.beeper.silence();
    this.voice.stop();
  }

  unlock(): void {
    this.beeper.unlock();
    this.voice.unlock();
  }

  try(): void {
    this.beeper.unlock();
    this.say(this.place.words("sound-sample"));
    const sample = [
      { sound: "count", in: 100 },
      { sound: "begin", in: 900 },
    ] as const;
    this.beeper.book(sample, this.around.settings().beeps);
  }

  /** At the end of a workout the last beep may ring out, and a word is said. */
  private fallSilent(state: State): void {
    const { words } = this.place;
    if (state.ended === "finished") return this.say(`${words("after-finished")}. ${words("after-finished-text")}`);
    this.silence();
  }

  private book(state: State): void {
    this.booked = state.seen;
    this.beeper.book(beepsAhead(this.place.script, state), this.around.settings().beeps);
  }

  /** After a pause only the beeps go on; what was said is not said again. */
  private segmentBegins(state: State, goingOn: boolean): void {
    const { say } = currentSegment(this.place.script, state);
    this.book(state);
    if (say !== null && (!goingOn || state.place.spent < 1000)) this.say(say);
    this.around.prepare();
  }

  /** The number is said first, and then what comes. */
  private counted(state: State, count: number, same: boolean): void {
    const { say } = currentSegment(this.place.script, state);
    this.say(say === null || same ? String(count) : `${count}. ${say}`);
  }
}
