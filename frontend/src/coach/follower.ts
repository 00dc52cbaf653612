/** Follows one exercise and side after the other, and gathers what was seen of each. */

import type { Seen } from "../player/state.ts";
import type { Engine } from "./engine.ts";
import type { Pose } from "./pose.ts";
import type { Reading, Spec } from "./reading.ts";
import { seenOf, type Followed } from "./results.ts";
import type { Specs } from "./specs.ts";
import type { Task } from "./task.ts";

interface Following {
  readonly key: string;
  readonly task: Task;
  readonly spec: Spec;
  readonly handle: string;
  /** Between sets it is only asked whether all of the body is seen: that has a handle of its own, and counts nothing. */
  glance: Promise<string> | null;
}

export interface Told {
  /** What was seen of an exercise, once it is over. */
  readonly seen: (item: number, attempt: number, seen: Seen) => void;
  /** What an exercise is held against could not be had: the clock leads. */
  readonly unknown: () => void;
}

export class Follower {
  private engine: Engine | null = null;
  private isOn = false;
  private isReading = false;
  private now: Following | null = null;
  private wanted: Task | null = null;
  private turning: Promise<void> = Promise.resolve();
  private readonly gathered = new Map<string, Followed[]>();

  constructor(
    private readonly specs: Specs,
    private readonly told: Told,
  ) {}

  /** The words of the exercise that is followed. */
  get spec(): Spec | null {
    return this.now?.spec ?? null;
  }

  start(engine: Engine): void {
    this.engine = engine;
    this.isOn = true;
    this.turn();
  }

  /** Ends what is followed; resolves when what was seen of it is told. */
  stop(): Promise<void> {
    this.isOn = false;
    this.turn();
    return this.turning;
  }

  follow(task: Task | null): void {
    this.wanted = task;
    if (this.key !== (this.now?.key ?? null)) this.turn();
  }

  /** What the engine makes of a picture; null while there is nothing to follow. */
  async read(pose: Pose | null, now: number, size: { width: number; height: number }): Promise<Reading | null> {
    const { engine, now: here } = this;
    if (engine === null || here === null || here.key !== this.key || this.isReading) return null;
    // A device that is busy leaves pictures out: those that wait in line would be read too late.
    this.isReading = true;
    try {
      const handle = this.wanted?.phase === "waiting" ? await this.glancing(here, engine) : here.handle;
      const reading = await engine.feed(handle, now, pose, size);
      return this.now === here ? reading : null;
    } finally {
      this.isReading = false;
    }
  }

  private glancing(here: Following, engine: Engine): Promise<string> {
    return (here.glance ??= engine.begin(here.spec, here.task.side));
  }

  private get key(): string | null {
    return this.isOn ? keyOf(this.wanted) : null;
  }

  private turn(): void {
    this.turning = this.turning.then(() => this.turned()).catch(() => this.told.unknown());
  }

  private async turned(): Promise<void> {
    const { engine, key, wanted, now: before } = this;
    if (engine === null || key === (before?.key ?? null)) return;
    this.now = null;
    if (before !== null) await this.end(before, engine);
    if (wanted === null || key === null) return;
    const spec = await this.specs.of(wanted.reference);
    if (spec === null) return this.told.unknown();
    this.now = { key, task: wanted, spec, handle: await engine.begin(spec, wanted.side, wanted.farther), glance: null };
  }

  private async end({ handle, task, key, glance }: Following, engine: Engine): Promise<void> {
    const summary = await engine.end(handle);
    if (glance !== null) await engine.end(await glance);
    if (key.startsWith(PLACING)) return;
    const place = `${task.item} ${task.attempt}`;
    const counted = task.halves ? Math.floor(summary.count / 2) : summary.count;
    const all = [...(this.gathered.get(place) ?? []), { side: task.side, summary, counted }];
    this.gathered.set(place, all);
    const seen = seenOf(all, task.by);
    if (seen !== null) this.told.seen(task.item, task.attempt, seen);
  }
}

const PLACING = "placing";

/** While somebody gets into the picture nothing is counted yet: that has a handle of its own. */
function keyOf(task: Task | null): string | null {
  if (task === null) return null;
  return `${task.phase === "placing" ? PLACING : "work"} ${task.item} ${task.attempt} ${task.side}`;
}
