/** Speech, only by voices that live on the device itself: what is said in a workout goes to nobody's server. */

import type { Channel } from "./settings.ts";

export interface VoiceLike {
  readonly lang: string;
  readonly localService: boolean;
  readonly default: boolean;
}

/** The best local voice of a language: its own region first, then any; null when there is none. */
export function localVoice<V extends VoiceLike>(voices: readonly V[], language: string): V | null {
  const wanted = language.toLowerCase();
  const own = voices.filter(({ localService, lang }) => localService && base(lang) === base(wanted));
  const same = own.find(({ lang }) => tag(lang) === wanted);
  return same ?? own.find((voice) => voice.default) ?? own[0] ?? null;
}

function tag(lang: string): string {
  return lang.replace("_", "-").toLowerCase();
}

function base(lang: string): string {
  return tag(lang).split("-")[0] ?? "";
}

export class Voice {
  private readonly speech = "speechSynthesis" in window ? window.speechSynthesis : null;

  constructor(
    private readonly language: string,
    private readonly changed: () => void,
  ) {
    this.speech?.addEventListener?.("voiceschanged", () => this.changed());
  }

  get isThere(): boolean {
    return this.voice() !== null;
  }

  /** Some systems speak only after a first word out of a tap. */
  unlock(): void {
    if (this.voice() !== null) this.speech?.resume();
  }

  say(text: string, channel: Channel): void {
    const voice = this.voice();
    if (voice === null || this.speech === null || !channel.on) return;
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.volume = channel.volume;
    this.speech.cancel();
    this.speech.speak(utterance);
  }

  stop(): void {
    this.speech?.cancel();
  }

  private voice(): SpeechSynthesisVoice | null {
    return this.speech === null ? null : localVoice(this.speech.getVoices(), this.language);
  }
}
