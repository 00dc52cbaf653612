/** The device's camera: asked for, played into an element of the page, and let go as soon as nobody needs it. */

import type { Trouble } from "./state.ts";

/** What the pose model can use; more would only be made smaller again. Nothing is cut off to get just that. */
const PICTURE: MediaTrackConstraints & { readonly resizeMode: string } = {
  facingMode: "user",
  width: { ideal: 640 },
  height: { ideal: 480 },
  frameRate: { ideal: 30 },
  resizeMode: "none",
};
const WANTED: MediaStreamConstraints = { audio: false, video: PICTURE };
const [WIDE, HIGH] = [32, 18];
/** A picture that is gone for longer than this, in milliseconds, as when a call comes in, does not come back by itself. */
const MUTED_FOR = 3000;
const LOOK_EVERY = 1000;

export class Camera {
  private stream: MediaStream | null = null;
  private mutedAt: number | null = null;
  private looking = 0;
  private asks = 0;
  private readonly small = new OffscreenCanvas(WIDE, HIGH).getContext("2d", { willReadFrequently: true });

  /** `lost` is called when the camera is taken away, not when it is let go. */
  constructor(
    readonly video: HTMLVideoElement,
    private readonly lost: () => void,
  ) {}

  get isOn(): boolean {
    return this.stream !== null;
  }

  /** Asks for the camera; why there is none, or null. Whoever stops before it is allowed is never filmed. */
  async start(): Promise<Trouble | null> {
    if (this.stream !== null) return null;
    const ask = ++this.asks;
    try {
      const stream = await navigator.mediaDevices.getUserMedia(WANTED);
      if (ask !== this.asks) return letGo(stream);
      this.stream = stream;
      this.watch(stream);
      this.video.srcObject = stream;
      await this.video.play();
      return null;
    } catch (problem) {
      if (ask === this.asks) this.stop();
      return troubleOf(problem);
    }
  }

  stop(): void {
    const { stream } = this;
    this.asks += 1;
    this.stream = null;
    clearInterval(this.looking);
    letGo(stream);
    this.video.srcObject = null;
  }

  /** A video that was moved to another place of the page stands still. */
  goOn(): void {
    if (this.stream !== null && this.video.paused) void this.video.play().catch(() => undefined);
  }

  /** Mean brightness of the picture, 0 to 255; null where there is none yet. */
  brightness(): number | null {
    if (this.small === null || this.video.videoWidth === 0) return null;
    this.small.drawImage(this.video, 0, 0, WIDE, HIGH);
    const { data } = this.small.getImageData(0, 0, WIDE, HIGH);
    let total = 0;
    for (let at = 0; at < data.length; at += 4) total += ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 3;
    return total / (WIDE * HIGH);
  }

  /** A device that takes the camera away tells so, or it only gives no more pictures; either is seen here. */
  private watch(stream: MediaStream): void {
    const tracks = stream.getTracks();
    for (const track of tracks) track.addEventListener("ended", () => this.ended(stream));
    this.mutedAt = null;
    clearInterval(this.looking);
    this.looking = window.setInterval(() => {
      const isMuted = tracks.some(({ muted }) => muted);
      this.mutedAt = isMuted ? (this.mutedAt ?? performance.now()) : null;
      const isOver = this.mutedAt !== null && performance.now() - this.mutedAt > MUTED_FOR;
      if (isOver || tracks.some(({ readyState }) => readyState === "ended")) this.ended(stream);
    }, LOOK_EVERY);
  }

  private ended(stream: MediaStream): void {
    if (this.stream !== stream) return;
    this.stop();
    this.lost();
  }
}

function letGo(stream: MediaStream | null): null {
  for (const track of stream?.getTracks() ?? []) track.stop();
  return null;
}

function troubleOf(problem: unknown): Trouble {
  switch (problem instanceof DOMException ? problem.name : "") {
    case "NotAllowedError":
    case "SecurityError":
      return "refused";
    case "NotFoundError":
    case "OverconstrainedError":
      return "no-camera";
    case "NotReadableError":
    case "AbortError":
      return "taken";
    default:
      return "failed";
  }
}
