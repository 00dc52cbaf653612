/** Camera, pose model and engine together: what is started, kept asleep, and let go. */

import { readCoachUrls } from "./addresses.ts";
import { Camera } from "./camera.ts";
import { Engine } from "./engine.ts";
import { Frames } from "./frames.ts";
import { Pace } from "./pace.ts";
import type { Kind, Pose, PoseModel } from "./pose.ts";
import type { Trouble } from "./state.ts";

export interface Heard {
  /** Whether anybody is to be looked at now; where not, the model is given no picture. */
  readonly isLooking: () => boolean;
  readonly granted: () => void;
  readonly loaded: (engine: Engine) => void;
  /** The camera gives pictures, at first or again. */
  readonly awake: () => void;
  readonly trouble: (trouble: Trouble) => void;
  readonly pose: (pose: Pose | null, now: number) => void;
}

/** Without a picture for so long, somebody holds a hand before it, or the device took it away. */
export const BLIND_AFTER = 4000;

export class Watching {
  readonly pace = new Pace();
  private readonly camera: Camera;
  private readonly frames: Frames;
  private model: PoseModel | null = null;
  private engine: Engine | null = null;
  private run = 0;
  private waking: Promise<void> | null = null;
  private looked = 0;

  constructor(
    video: HTMLVideoElement,
    private readonly heard: Heard,
  ) {
    this.camera = new Camera(video, () => this.fail("taken"));
    this.frames = new Frames(video, (now) => this.look(now));
  }

  /** First the camera, as that may be refused; then what is large. */
  async start(kind: Kind): Promise<void> {
    const run = ++this.run;
    const trouble = await this.camera.start();
    if (run !== this.run) return;
    if (trouble !== null) return this.fail(trouble);
    this.heard.granted();
    try {
      const [engine] = await Promise.all([this.started(), this.loaded(kind)]);
      if (run !== this.run) return;
      this.heard.loaded(engine);
      if (this.camera.isOn) this.begin();
    } catch (problem) {
      if (run === this.run) this.broke(problem);
    }
  }

  /** The smaller model in place of the full one. */
  async change(kind: Kind): Promise<void> {
    const run = this.run;
    this.frames.stop();
    this.model?.close();
    this.model = null;
    try {
      await this.loaded(kind);
      if (run === this.run && this.camera.isOn) this.begin();
    } catch (problem) {
      this.broke(problem);
    }
  }

  /** The camera's light goes out while nobody needs it. */
  sleep(): void {
    this.frames.stop();
    this.camera.stop();
  }

  wake(): void {
    if (this.camera.isOn) return this.camera.goOn();
    this.waking ??= this.woken().finally(() => (this.waking = null));
  }

  /** All is let go, but what was loaded: it may be turned on again. */
  stop(): void {
    this.run += 1;
    this.sleep();
  }

  close(): void {
    this.stop();
    this.model?.close();
    this.engine?.close();
    this.model = this.engine = null;
  }

  brightness(): number | null {
    return this.camera.isOn ? this.camera.brightness() : null;
  }

  isBlind(now: number): boolean {
    return this.camera.isOn && now - this.looked > BLIND_AFTER;
  }

  private async woken(): Promise<void> {
    const { run } = this;
    const trouble = await this.camera.start();
    if (run !== this.run) return;
    if (trouble !== null) this.fail(trouble);
    else if (this.camera.isOn) this.begin();
  }

  private begin(): void {
    this.pace.begin();
    this.looked = performance.now();
    this.frames.start();
    this.heard.awake();
  }

  private fail(trouble: Trouble): void {
    this.stop();
    this.heard.trouble(trouble);
  }

  /** What is said to the person is kind; what it was stands in the browser's console, for whoever looks for it. */
  private broke(problem: unknown): void {
    console.warn("The camera coach stopped.", problem);
    this.fail("failed");
  }

  private async started(): Promise<Engine> {
    if (this.engine === null) {
      const { startPython } = await import("./python.ts");
      this.engine = new Engine(await startPython(readCoachUrls().python));
    }
    return this.engine;
  }

  private async loaded(kind: Kind): Promise<void> {
    if (this.model !== null) return;
    const { startPose } = await import("./pose.ts");
    this.model = await startPose(readCoachUrls().pose, kind);
  }

  /** What was not looked at was not slow, and nobody was lost in it. */
  private rested(): void {
    this.looked = performance.now();
    this.pace.begin();
  }

  private async look(now: number): Promise<void> {
    const { model, run } = this;
    if (model === null) return;
    if (!this.heard.isLooking()) return this.rested();
    try {
      const pose = await model.detect(this.camera.video, now);
      if (run !== this.run || !this.camera.isOn) return;
      this.looked = performance.now();
      this.pace.seen(now);
      this.heard.pose(pose, now);
    } catch (problem) {
      if (run === this.run && this.camera.isOn && this.model === model) this.broke(problem);
    }
  }
}
