/** The camera coach: joins the camera, the engine that counts and the workout that is led by both. */

import { picture } from "../player/figure.ts";
import type { Coaching, Desk, Told } from "../player/coaching.ts";
import { figuresOf } from "../player/figure-time.ts";
import { isWaitedOut } from "../player/led.ts";
import type { State } from "../player/state.ts";
import { keyValue } from "../storage/simple.ts";
import { readWords } from "../words.ts";
import { Follower } from "./follower.ts";
import { untold } from "./lead.ts";
import { Panel } from "./panel.ts";
import { placementDrawing, type View } from "./placement.ts";
import type { Pose } from "./pose.ts";
import { isInView, reduce } from "./reduce.ts";
import { farewellOf, farewellTold, sayingOf, toldOf, type CoachWord, type Tongue } from "./saying.ts";
import { Specs } from "./specs.ts";
import { Stage } from "./stage.ts";
import { AT_REST, type Watch, type WatchEvent } from "./state.ts";
import { taskOf } from "./task.ts";
import { Watching } from "./watching.ts";

const LOOK_EVERY = 1000;
/** A pause of this length is a real one: the camera goes off until it goes on. */
const PAUSED_FOR = 30_000;
const MOST_STEPS = 8;

export function startCoach(desk: Desk): Coaching {
  return new Coach(desk);
}

class Coach implements Coaching {
  readonly panel: HTMLElement;
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
  private placed = "";
  private telling = false;

  constructor(private readonly desk: Desk) {
    this.follower = new Follower(this.specs, {
      seen: (item, attempt, seen) => desk.dispatch({ kind: "seen", item, attempt, seen }),
      unknown: () => this.hear({ kind: "unknown" }),
    });
    this.switches = new Panel(this.words, desk.script, { turnOn: () => this.turnOn(), turnOff: () => this.turnOff() });
    this.panel = this.switches.element;
    this.watching = new Watching(this.picture.video, {
      granted: () => this.hear({ kind: "granted" }),
      loaded: (engine) => {
        this.follower.start(engine);
        this.hear({ kind: "loaded" });
      },
      trouble: (trouble) => this.end({ kind: "trouble", trouble }),
      pose: (pose, now) => this.look(pose, now),
    });
    const { signal } = this.over;
    document.addEventListener("visibilitychange", () => this.away(document.hidden), { signal });
    window.addEventListener("pagehide", () => this.watching.sleep(), { signal });
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
    if (isWaitedOut(this.desk.script, state)) this.hear({ kind: "unknown" });
    this.rest();
  }

  hasScene(state: State): boolean {
    return this.watch.camera === "on" && taskOf(this.desk.script, state) !== null;
  }

  told(state: State): Told | null {
    const { tongue } = this;
    if (state.since === null) return null;
    if (this.watch.trouble !== null) return farewellTold(this.words, this.watch, performance.now());
    return tongue === null ? null : toldOf(tongue, this.watch, performance.now());
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

  private turnOn(): void {
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
    if (this.watch.task === null || this.watch.isAway || paused) this.watching.sleep();
    else this.watching.wake();
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
    if (this.watch.model === "full") {
      this.hear({ kind: "lite" });
      void this.watching.change("lite");
      return;
    }
    this.end({ kind: "trouble", trouble: "slow" });
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
    if (this.watch.counted !== before.counted) this.picture.tell(this.words("counted", { count: this.watch.counted }));
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
    this.switches.update(this.watch, this.follower.spec?.words ?? null);
    const view = task?.phase === "placing" && !isInView(seen) ? `${task.item} ${task.view}` : "";
    if (view !== this.placed) void this.place(view, task?.item ?? 0, (task?.view ?? "side") as View);
  }

  private async place(key: string, item: number, view: View): Promise<void> {
    this.placed = key;
    const found = this.desk.script.items[item];
    const segment = found?.segments[0];
    if (key === "" || found === undefined || segment === undefined) return this.picture.place(null);
    const figure = await picture(figuresOf(found, segment).start);
    if (this.placed === key) this.picture.place(placementDrawing(view, figure));
  }
}
