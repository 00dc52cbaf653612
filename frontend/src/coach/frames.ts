/** Each picture of a video once, and none while the one before is still looked at. */

export class Frames {
  private run = 0;
  private busy = false;

  /** `look` is given the moment of a picture, in milliseconds of the page's clock. */
  constructor(
    private readonly video: HTMLVideoElement,
    private readonly look: (now: number) => Promise<void>,
  ) {}

  start(): void {
    this.run += 1;
    this.next(this.run);
  }

  stop(): void {
    this.run += 1;
  }

  private next(run: number): void {
    const seen = (now: number) => {
      if (run !== this.run) return;
      this.next(run);
      if (!this.busy && this.video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) void this.take(now);
    };
    if ("requestVideoFrameCallback" in this.video) this.video.requestVideoFrameCallback(seen);
    else requestAnimationFrame(seen);
  }

  private async take(now: number): Promise<void> {
    this.busy = true;
    try {
      await this.look(now);
    } finally {
      this.busy = false;
    }
  }
}
