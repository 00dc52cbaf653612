/** How a person wants to hear and see the workout; what they touch is kept on this device. */

import type { Script } from "../script.ts";
import type { KeyValue } from "../storage/simple.ts";

export interface Channel {
  readonly on: boolean;
  readonly volume: number;
}

export interface Settings {
  readonly voice: Channel;
  readonly beeps: Channel;
  readonly still: boolean;
}

export type ChannelName = "voice" | "beeps";

const KEY = "unbend.sound";

/** What was touched on this device, else what the person said in their settings, else all on. */
export function readSettings(preferred: Script["sound"], values: KeyValue): Settings {
  const first: Settings = {
    voice: { on: preferred?.voice !== false, volume: 0.9 },
    beeps: { on: preferred?.beeps !== false, volume: 0.6 },
    still: false,
  };
  return { ...first, ...touched(values) };
}

/** Keeps what differs: the rest still follows the person's settings. */
export function keepSettings(before: Settings, after: Settings, values: KeyValue): void {
  const changed = Object.entries(after).filter(([name, value]) => value !== before[name as keyof Settings]);
  try {
    values.setItem(KEY, JSON.stringify({ ...touched(values), ...Object.fromEntries(changed) }));
  } catch {
    // A browser that keeps nothing still plays.
  }
}

function touched(values: KeyValue): Partial<Settings> {
  try {
    return JSON.parse(values.getItem(KEY) ?? "{}") as Partial<Settings>;
  } catch {
    return {};
  }
}

export function isMuted({ voice, beeps }: Settings): boolean {
  return !voice.on && !beeps.on;
}

export function muted(settings: Settings, off: boolean): Settings {
  const { voice, beeps } = settings;
  return { ...settings, voice: { ...voice, on: !off }, beeps: { ...beeps, on: !off } };
}
