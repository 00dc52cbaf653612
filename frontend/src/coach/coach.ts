/** The camera coach: joins the camera, the engine that counts and the workout that is led by both. */

import type { Coaching, Desk, Told } from "../player/coaching.ts";
import { isWaitedOut } from "../player/led.ts";
import type { State } from "../player/state.ts";
import { keyValue } from "../storage/simple.ts";
import { readWords } from "../words.ts";
import { Follower } from "./follower.ts";
import { untold } from "./lead.ts";
import { Offer } from "./offer.ts";
import { Panel } from "./panel.ts";
import type { Pose } from "./pose.ts";
import { isInView, reduce } from "./reduce.ts";
import { farewellOf, farewellTold, pausedTold, sayingOf, toldOf, type CoachWord, type Tongue } from "./saying.ts";
import { Specs } from "./specs.ts";
import { Stage } from "./stage.ts";
import { AT_REST, type Trouble, type Watch, type WatchEvent } from "./state.ts";
import { taskOf } from "./task.ts";
import { Watching } from "./watching.ts";
import { Where } from "./where.ts";

const LOOK_EVERY = 1000;
/** A pause of this length is a real one: the camera goes off until it goes on. */
const PAUSED_FOR = 30_000;
const MOST_STEPS = 8;

export function startCoach(desk: Desk): Coaching {
  return new Coach(desk);
}

class Coach implements Coaching {
  readonly panel: HTMLElement;
  readonly offer: HTMLElement;
  private readonly again: Offer;
  private readonly words = readWords<CoachWord>("coach");
  private readonly picture = new Stage(this.words, keyValue());
  private readonly switches: Panel;
  private readonly specs = new Specs();
  private readonly follower: Follower;
  private readonly watching: Watching;
  private readonly over = new AbortController();
  private watch: Watch = AT_REST;
  private standing = performance.now();
  private said = { key: "", at: 0 };
  private readonly where: Where;
  private telling = false;
  private wasStill = false;

  constructor(private readonly desk: Desk) {
    this.follower = new Follower(this.specs, {
      seen: (item, attempt, seen) => desk.dispatch({ kind: "seen", item, attempt, seen }),
      unknown: () => this.hear({ kind: "unknown" }),
    });
    this.switches = new Panel(this.words, desk.script, { turnOn: () => this.turnOn(), turnOff: () => this.turnOff() });
    this.panel = this.switches.element;
    this.where = new Where(desk.script, this.picture);
    this.again = new Offer(this.words("turn-on"), () => this.turnOn());
    this.offer = this.again.element;
    this.watching = new Watching(this.picture.video, {
      isLooking: () => !this.isStill,
      granted: () => this.hear({ kind: "granted" }),
      loaded: (engine) => {
        this.follower.start(engine);
        this.hear({ kind: "loaded" });
      },
      awake: () => this.hear({ kind: "asleep", on: false }),
      trouble: (trouble) => this.lose(trouble),
      pose: (pose, now) => this.look(pose, now),
    });
    const { signal } = this.over;
    document.addEventListener("visibilitychange", () => this.away(document.hidden), { signal });
    window.addEventListener("pagehide", () => this.sleep(), { signal });
    const looking = setInterval(() => this.beat(), LOOK_EVERY);
    signal.addEventListener("abort", () => clearInterval(looking));
    this.show();
  }

  get stage(): HTMLElement {
    return this.picture.element;
  }

  follow(state: State): void {
    if (state.since !== null || state.screen !== "moving") this.standing = performance.now();
    if (state.screen === "ready") this.switches.preview.append(this.stage);
    const task = taskOf(this.desk.script, state);
    this.follower.follow(task);
    this.hear({ kind: "task", task });
    if (isWaitedOut(this.desk.script, state)) this.hear({ kind: "waited-out" });
    this.rest();
    if (this.isStill !== this.wasStill) this.show();
  }

  hasScene(state: State): boolean {
    return this.isMirrored(state) && !this.watch.isAsleep && !this.isStill;
  }

  isMirrored(state: State): boolean {
    return this.watch.camera === "on" && taskOf(this.desk.script, state) !== null;
  }

  told(state: State): Told | null {
    const { tongue } = this;
    if (state.since === null) return tongue === null ? null : pausedTold(tongue, this.watch, this.from);
    if (this.watch.trouble !== null) return farewellTold(this.words, this.watch, performance.now());
    return tongue === null ? null : toldOf(tongue, this.watch, performance.now(), this.from);
  }

  leave(): void {
    this.over.abort();
    void this.follower.stop().finally(() => this.watching.close());
    this.watching.stop();
  }

  private get tongue(): Tongue | null {
    const own = this.follower.spec?.words;
    return own === undefined ? null : { words: this.words, own };
  }

  /** Repetitions of the set that the clock led through. */
  private get from(): number {
    return this.desk.state().led?.from ?? 0;
  }

  private turnOn(): void {
    this.again.tell(false);
    this.hear({ kind: "ask" });
    this.specs.prepare(this.desk.script);
    this.desk.dispatch({ kind: "camera", on: true });
    void this.watching.start(this.watch.model);
  }

  private turnOff(): void {
    this.end({ kind: "off" });
    this.desk.dispatch({ kind: "camera", on: false });
  }

  private away(away: boolean): void {
    this.hear({ kind: "away", on: away });
    this.rest();
  }

  /** The camera is on only while somebody may do something before it. */
  private rest(): void {
    if (this.watch.camera !== "on") return;
    const paused = performance.now() - this.standing > PAUSED_FOR;
    if (this.watch.task === null || this.watch.isAway || paused) this.sleep();
    else this.watching.wake();
  }

  private sleep(): void {
    this.watching.sleep();
    if (this.watch.camera === "on" && !this.watch.isAsleep) this.hear({ kind: "asleep", on: true });
  }

  /** The camera was taken away. Who is in the middle of a workout finds there what turns it on again. */
  private lose(trouble: Trouble): void {
    this.again.tell(this.desk.state().screen === "moving");
    this.end({ kind: "trouble", trouble });
  }

  private beat(): void {
    if (this.watch.camera !== "on") return;
    this.rest();
    const mean = this.watching.brightness();
    if (mean !== null) this.hear({ kind: "light", mean });
    if (this.isStill) return this.hear({ kind: "still" });
    if (this.watching.isBlind(performance.now())) this.hear({ kind: "blind" });
    this.hear({ kind: "time" });
    if (this.watching.pace.isSlow) this.slow();
  }

  private slow(): void {
    this.watching.pace.begin();
    if (this.watch.model !== "full") return this.end({ kind: "trouble", trouble: "slow" });
    this.hear({ kind: "lite" });
    void this.watching.change("lite");
  }

  /** The camera goes; what was seen until now is told. */
  private end(event: WatchEvent): void {
    this.watching.stop();
    void this.follower.stop();
    this.hear(event);
  }

  private look(pose: Pose | null, now: number): void {
    this.picture.draw(pose?.image ?? null);
    const { videoWidth: width, videoHeight: height } = this.picture.video;
    if (this.isStill || width === 0) return;
    void this.follower.read(pose, now, { width, height }).then(
      (reading) => reading !== null && this.hear({ kind: "reading", reading }),
      () => this.end({ kind: "trouble", trouble: "failed" }),
    );
  }

  /** What somebody does in a pause is not looked at. */
  private get isStill(): boolean {
    const { screen, since } = this.desk.state();
    return screen === "moving" && since === null;
  }

  private hear(event: WatchEvent): void {
    const before = this.watch;
    this.watch = reduce(before, event, performance.now());
    this.tell(before);
    this.say();
    if (this.watch !== before) this.show();
  }

  /** The player stands where the coach does. What it is told comes back here as a look at the workout. */
  private tell(before: Watch): void {
    const { counted } = this.watch;
    if (counted !== before.counted) this.picture.tell(this.words("counted", { count: counted + this.from }));
    if (this.telling) return;
    this.telling = true;
    try {
      for (let step = 0; step < MOST_STEPS; step += 1) {
        const event = untold(this.desk.script, this.desk.state(), this.watch);
        if (event === null) return;
        this.desk.dispatch(event);
      }
    } finally {
      this.telling = false;
    }
  }

  private say(): void {
    const now = performance.now();
    if (this.desk.state().screen !== "moving") return;
    const { tongue } = this;
    const here = this.isStill || tongue === null ? null : sayingOf(tongue, this.watch, now);
    const saying = farewellOf(this.words, this.watch) ?? here;
    if (saying === null) return;
    const again = saying.again !== null && now - this.said.at >= saying.again;
    if (saying.key === this.said.key && !again) return;
    this.said = { key: saying.key, at: now };
    this.picture.tell(saying.text);
    this.desk.say(saying.text);
  }

  private show(): void {
    const { camera, seen, task } = this.watch;
    const isFine = isInView(seen) || (seen === null && task?.phase !== "placing");
    this.picture.mark(camera === "on" && isFine ? "yes" : "no");
    this.wasStill = this.isStill;
    this.switches.update(this.watch, this.follower.spec?.words ?? null, this.isStill);
    this.again.update(!this.isStill && task !== null);
    this.where.update(this.watch);
  }
}
