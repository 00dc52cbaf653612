/** The device around the workout: a screen that stays on, keys of a headset, storage that is not cleared. */

import silence from "../assets/silence.wav?url";

/** Keeps the screen on while asked to. The system takes this back when the page is hidden, so it is asked again. */
export class Awake {
  private wanted = false;
  private lock: WakeLockSentinel | null = null;

  constructor() {
    document.addEventListener("visibilitychange", () => void this.ask());
  }

  get isPossible(): boolean {
    return "wakeLock" in navigator;
  }

  keep(wanted: boolean): void {
    if (this.wanted === wanted) return;
    this.wanted = wanted;
    void this.ask();
  }

  private async ask(): Promise<void> {
    if (!this.isPossible) return;
    try {
      if (!this.wanted) await this.release();
      else if (document.visibilityState === "visible" && (this.lock === null || this.lock.released)) {
        this.lock = await navigator.wakeLock.request("screen");
        if (!this.wanted) await this.release();
      }
    } catch {
      // A low battery may forbid it; the workout goes on.
    }
  }

  private async release(): Promise<void> {
    const { lock } = this;
    this.lock = null;
    await lock?.release();
  }
}

export interface MediaActions {
  readonly play: () => void;
  readonly pause: () => void;
  readonly nexttrack: () => void;
  readonly previoustrack: () => void;
}

/** Play, pause, next and previous on keyboards and headsets. They reach only a page that plays something. */
export class MediaKeys {
  private readonly audio = new Audio(silence);

  constructor(actions: MediaActions) {
    this.audio.loop = true;
    if (!("mediaSession" in navigator)) return;
    for (const [action, act] of Object.entries(actions)) {
      try {
        navigator.mediaSession.setActionHandler(action as MediaSessionAction, act as () => void);
      } catch {
        // A browser that does not know a key goes without it.
      }
    }
  }

  /** Called in a tap. */
  unlock(): void {
    void this.audio.play().catch(() => undefined);
  }

  tell(title: string, running: boolean): void {
    if (!("mediaSession" in navigator)) return;
    if (navigator.mediaSession.metadata?.title !== title) {
      navigator.mediaSession.metadata = new MediaMetadata({ title, artist: "Unbend" });
    }
    navigator.mediaSession.playbackState = running ? "playing" : "paused";
    if (running && this.audio.paused) this.unlock();
  }

  end(): void {
    this.audio.pause();
    if ("mediaSession" in navigator) navigator.mediaSession.playbackState = "none";
  }
}

export async function askToPersist(): Promise<void> {
  try {
    if ((await navigator.storage?.persisted?.()) === false) await navigator.storage.persist();
  } catch {
    // It was only asked.
  }
}

/** Safari on a phone or tablet, in a tab: there, what is kept may be cleared after seven days. */
export function isPassingOnApple(): boolean {
  const apple =
    /iPad|iPhone|iPod/.test(navigator.userAgent) || (navigator.platform === "MacIntel" && navigator.maxTouchPoints > 1);
  const installed =
    matchMedia("(display-mode: standalone)").matches || ("standalone" in navigator && navigator.standalone === true);
  return apple && !installed;
}

export function wantsStill(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
