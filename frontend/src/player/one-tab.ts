/** One tab of the browser has the workout. The next one asks first, and the one that has it lets go. */

const NAME = "unbend-player";
/** A tab that answers does so at once. */
const ANSWERS_IN = 400;
const LETS_GO_IN = 1500;

type Said = "who has it" | "it is here" | "let go" | "gone";

/** What a tab does when another one takes its workout; `asked` is false when it was not asked but cut off. */
export type Leave = (asked: boolean) => Promise<void>;

export class OneTab {
  private leave: Leave | null = null;
  private letGo: () => void = () => undefined;

  /** `channel` and `locks` are null where the browser has none; without both, nobody knows of the others. */
  constructor(
    private readonly channel: BroadcastChannel | null,
    private readonly locks: LockManager | null,
  ) {
    channel?.addEventListener("message", ({ data }) => void this.hear(data as Said));
  }

  /** Whether this tab has the workout from now on, as no other has it. */
  async claim(leave: Leave): Promise<boolean> {
    const free = this.locks === null ? !(await this.hears("who has it", "it is here", ANSWERS_IN)) : await this.lock({ ifAvailable: true });
    if (free) this.leave = leave;
    return free;
  }

  /** Has the other tab let go, or cuts it off if it does not answer; then this tab has the workout. */
  async takeOver(leave: Leave): Promise<void> {
    await this.hears("let go", "gone", LETS_GO_IN);
    if (this.locks !== null && !(await this.lock({ ifAvailable: true }))) await this.lock({ steal: true });
    this.leave = leave;
  }

  /** This tab needs the workout no more. */
  release(): void {
    this.leave = null;
    this.letGo();
  }

  private async hear(said: Said): Promise<void> {
    const { leave } = this;
    if (leave === null) return;
    if (said === "who has it") this.say("it is here");
    if (said !== "let go") return;
    this.leave = null;
    await leave(true);
    this.letGo();
    this.say("gone");
  }

  /** Says one thing, and waits for the other; whether it came in time. */
  private hears(said: Said, awaited: Said, within: number): Promise<boolean> {
    const { channel } = this;
    if (channel === null) return Promise.resolve(false);
    return new Promise((settle) => {
      const done = (heard: boolean) => {
        clearTimeout(timer);
        channel.removeEventListener("message", listen);
        settle(heard);
      };
      const listen = ({ data }: MessageEvent) => data === awaited && done(true);
      const timer = setTimeout(() => done(false), within);
      channel.addEventListener("message", listen);
      this.say(said);
    });
  }

  private say(said: Said): void {
    this.channel?.postMessage(said);
  }

  /** Holds the lock until it is let go; whether it could be had. */
  private lock(options: LockOptions): Promise<boolean> {
    return new Promise((settle) => {
      const hold = (lock: Lock | null) => {
        settle(lock !== null);
        return lock === null ? undefined : new Promise<void>((done) => (this.letGo = done));
      };
      this.locks?.request(NAME, options, hold).catch(() => this.cutOff());
    });
  }

  private cutOff(): void {
    const { leave } = this;
    this.leave = null;
    void leave?.(false);
  }
}

/** The one of this page. */
export function oneTab(): OneTab {
  const channel = "BroadcastChannel" in window ? new BroadcastChannel(NAME) : null;
  return new OneTab(channel, "locks" in navigator ? navigator.locks : null);
}
