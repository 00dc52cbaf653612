/** How a person wants to hear and see the workout; kept on this device. */

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

/** The settings as last kept, else those the page brings, else all on. */
export function readSettings(preferred: { voice?: string | undefined; beeps?: string | undefined }): Settings {
  const first: Settings = {
    voice: { on: preferred.voice !== "false", volume: 0.9 },
    beeps: { on: preferred.beeps !== "false", volume: 0.6 },
    still: false,
  };
  try {
    return { ...first, ...(JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Settings>) };
  } catch {
    return first;
  }
}

export function keepSettings(settings: Settings): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // A browser that keeps nothing still plays.
  }
}

export function isMuted({ voice, beeps }: Settings): boolean {
  return !voice.on && !beeps.on;
}

export function muted(settings: Settings, off: boolean): Settings {
  const { voice, beeps } = settings;
  return { ...settings, voice: { ...voice, on: !off }, beeps: { ...beeps, on: !off } };
}
