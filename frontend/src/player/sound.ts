/** Beeps, booked ahead on the clock of the sound card, so that a busy page does not make them late. */

import type { Beep, Sound } from "./cues.ts";
import type { Channel } from "./settings.ts";

interface Tone {
  readonly hertz: number;
  readonly seconds: number;
  readonly loudness: number;
}

const TONES: Record<Sound, readonly Tone[]> = {
  count: [{ hertz: 520, seconds: 0.09, loudness: 0.7 }],
  begin: [{ hertz: 780, seconds: 0.28, loudness: 1 }],
  end: [
    { hertz: 660, seconds: 0.14, loudness: 0.9 },
    { hertz: 495, seconds: 0.26, loudness: 0.9 },
  ],
  half: [
    { hertz: 620, seconds: 0.1, loudness: 0.8 },
    { hertz: 620, seconds: 0.1, loudness: 0.8 },
  ],
  step: [{ hertz: 330, seconds: 0.06, loudness: 0.35 }],
};

export class Beeper {
  private context: AudioContext | null = null;
  private booked: { readonly oscillator: OscillatorNode; readonly at: number }[] = [];

  /** Sound may start only from a tap; this is called in one. */
  unlock(): void {
    try {
      this.context ??= new AudioContext();
      void this.context.resume();
    } catch {
      this.context = null;
    }
  }

  /** Books these beeps in place of all that are still to come; one that sounds already rings out. */
  book(beeps: readonly Beep[], channel: Channel): void {
    const now = this.context?.currentTime ?? 0;
    for (const { oscillator, at } of this.booked) if (at > now) oscillator.disconnect();
    this.booked = this.booked.filter(({ at }) => at <= now && at > now - 1);
    if (this.context === null || !channel.on) return this.silence();
    for (const beep of beeps) this.play(this.context, beep, channel.volume);
  }

  silence(): void {
    for (const { oscillator } of this.booked) oscillator.disconnect();
    this.booked = [];
  }

  private play(context: AudioContext, beep: Beep, volume: number): void {
    let at = context.currentTime + beep.in / 1000;
    for (const tone of TONES[beep.sound]) {
      this.booked.push({ oscillator: sounding(context, tone, at, volume), at });
      at += tone.seconds + 0.06;
    }
  }
}

function sounding(context: AudioContext, tone: Tone, at: number, volume: number): OscillatorNode {
  const oscillator = new OscillatorNode(context, { frequency: tone.hertz });
  const gain = new GainNode(context, { gain: 0 });
  // Loudness is heard by its square; short ramps keep the beep from clicking.
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(tone.loudness * volume ** 2, at + 0.012);
  gain.gain.setTargetAtTime(0, at + tone.seconds, 0.03);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + tone.seconds + 0.25);
  return oscillator;
}
