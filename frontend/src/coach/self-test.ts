/** A self-test measured by the camera: the number goes into the page's own form, where the person keeps or changes it. */

import { make, show, write } from "../dom.ts";
import { picture } from "../player/figure.ts";
import { readSettings } from "../player/settings.ts";
import { Voice } from "../player/voice.ts";
import { keyValue } from "../storage/simple.ts";
import { readWords } from "../words.ts";
import type english from "../words.en.json";
import type { Engine } from "./engine.ts";
import { BEFORE, lackingOf, looked, resultOf, type Lacking, type Measure, type Measuring, type Takes } from "./measuring.ts";
import { placementDrawing, type View } from "./placement.ts";
import type { Pose } from "./pose.ts";
import type { Reading, Spec } from "./reading.ts";
import { isInView } from "./reduce.ts";
import { hintText, type CoachWord } from "./saying.ts";
import { Specs } from "./specs.ts";
import { Stage } from "./stage.ts";
import { AT_REST, type Trouble } from "./state.ts";
import { Watching } from "./watching.ts";

type TestWord = string & keyof (typeof english)["test"];
type Handle = { readonly of: "placing" | "working"; readonly name: string };

class SelfTest {
  private readonly words = readWords<TestWord>("test");
  private readonly coachWords = readWords<CoachWord>("coach");
  private readonly stage = new Stage(this.coachWords, keyValue());
  private readonly shown = make("p", { class: "stopwatch-time", role: "timer" });
  private readonly status = make("p", { class: "coach-status", role: "status" });
  private readonly preview = make("div", { class: "coach-preview", hidden: true }, this.stage.element);
  private readonly starts: readonly HTMLButtonElement[];
  private readonly stop = make("button", { class: "button button-plain", type: "button", hidden: true, press: () => void this.end() });
  private readonly voice = new Voice(document.documentElement.lang, () => undefined);
  private readonly watching: Watching;
  private readonly measure: Measure;
  private engine: Engine | null = null;
  private spec: Spec | null = null;
  private field: HTMLInputElement | null = null;
  private handle: Handle | null = null;
  private state: Measuring = BEFORE;
  private lacking: Lacking | null = null;
  private said = "";

  constructor(private readonly host: HTMLElement) {
    const { takes, repetitions, most } = host.dataset;
    this.measure = { takes: takes as Takes, repetitions: Number(repetitions), most: Number(most) };
    this.watching = new Watching(this.stage.video, {
      isLooking: () => true,
      granted: () => this.tell(this.coachWords("loading")),
      loaded: (engine) => void this.begin(engine).catch(() => this.failed("failed")),
      awake: () => undefined,
      trouble: (trouble) => this.failed(trouble),
      pose: (pose, now) => void this.look(pose, now).catch(() => this.failed("failed")),
    });
    this.starts = fieldsOf(host).map((field) => this.button(field));
    write(this.stop, this.words("stop"));
    host.append(make("p", { class: "coach-private", text: this.words("private") }), this.status, this.shown, this.preview, make("div", { class: "row" }, ...this.starts, this.stop));
    window.addEventListener("pagehide", () => this.watching.close());
    document.addEventListener("visibilitychange", () => document.hidden && this.field !== null && void this.end());
  }

  private button(field: HTMLInputElement): HTMLButtonElement {
    const label = field.name === "value" ? this.words("measure") : this.words(`measure-${field.name}` as TestWord);
    return make("button", { class: "button button-large", type: "button", press: () => void this.start(field) }, label);
  }

  private async start(field: HTMLInputElement): Promise<void> {
    if (this.field !== null) return;
    this.field = field;
    this.voice.unlock();
    this.buttons();
    this.stop.focus({ preventScroll: true });
    this.tell(this.coachWords("asking"));
    const { reference = "", figure = "" } = this.host.dataset;
    const [spec, drawn] = await Promise.all([this.spec ?? new Specs().of(reference), picture(figure)]);
    // Who has stopped in the meantime is not looked at.
    if (this.field !== field) return;
    if (spec === null) return this.failed("failed");
    this.spec = spec;
    this.stage.place(placementDrawing(spec.reference.view as View, drawn));
    await this.watching.start("full");
  }

  private async begin(engine: Engine): Promise<void> {
    this.engine = engine;
    this.state = BEFORE;
    this.lacking = null;
    if (!(await this.follow("placing", engine))) return;
    show(this.preview, true);
    // From three steps away nobody scrolls.
    this.status.scrollIntoView({ block: "start" });
  }

  /** Whether there is a handle now: there is none for who has stopped in the meantime. */
  private async follow(of: Handle["of"], engine: Engine): Promise<boolean> {
    const { spec, field } = this;
    if (spec === null || field === null) return false;
    const handle = { of, name: await engine.begin(spec, sideOf(field)) };
    if (field === this.field) this.handle = handle;
    else await engine.end(handle.name);
    return handle === this.handle;
  }

  private async look(pose: Pose | null, now: number): Promise<void> {
    this.stage.draw(pose?.image ?? null);
    const { engine, handle } = this;
    const { videoWidth: width, videoHeight: height } = this.stage.video;
    if (engine === null || handle === null || width === 0) return;
    const reading = await engine.feed(handle.name, now, pose, { width, height });
    if (handle !== this.handle) return;
    this.state = looked(this.state, reading, this.measure, now);
    this.show(reading, now);
    if (this.state.step === "over") await this.end();
    else if (this.state.step === "working" && handle.of === "placing") await this.turn(engine, handle);
  }

  /** What somebody did on the way into the picture is not measured: that has a handle of its own. */
  private async turn(engine: Engine, before: Handle): Promise<void> {
    this.handle = null;
    await engine.end(before.name);
    if (!(await this.follow("working", engine))) return;
    this.stage.place(null);
    this.tell(this.words("begin"));
  }

  /** What keeps it from counting is said at once, and no more once it is mended. That somebody goes only a part of the way
   * is not said aloud: nobody is driven on. */
  private help(reading: Reading, now: number): void {
    const lacking = lackingOf(this.state, this.measure, now);
    if (lacking === this.lacking) return;
    this.lacking = lacking;
    const text = lacking === null ? this.words(reading.count > 0 || reading.holding ? "go-on" : "begin") : this.words(`lacks-${lacking}`);
    if (lacking === "part-way") write(this.status, text);
    else this.tell(text);
  }

  private show(reading: Reading, now: number): void {
    this.stage.mark(isInView(reading.seen) ? "yes" : "no");
    if (this.state.step === "placing" && this.spec !== null) {
      const watch = { ...AT_REST, seen: reading.seen, missing: reading.missing };
      return this.tell(hintText(this.spec.words, watch) ?? this.coachWords("i-see-you"));
    }
    if (this.handle?.of === "working") this.help(reading, now);
    const { takes } = this.measure;
    write(this.shown, takes === "hold" ? reading.hold.toFixed(1) : this.words("of", { count: reading.count, all: this.measure.repetitions }));
  }

  /** Ends what is measured, and writes the number if there is one. */
  private async end(): Promise<void> {
    const { engine, handle, field } = this;
    this.handle = this.field = null;
    this.watching.stop();
    show(this.preview, false);
    this.buttons();
    write(this.shown, "");
    if (engine === null || handle === null || field === null) return this.tell("");
    const summary = await engine.end(handle.name);
    const result = handle.of === "working" ? resultOf(this.measure, summary) : null;
    if (result === null) return this.tell(this.words("nothing"));
    field.value = String(result);
    field.dispatchEvent(new Event("change", { bubbles: true }));
    this.tell(this.words("done", { number: result }));
  }

  private failed(trouble: Trouble): void {
    this.watching.stop();
    this.handle = this.field = null;
    show(this.preview, false);
    this.buttons();
    this.tell(`${this.coachWords(`trouble-${trouble}`)}. ${this.words("by-hand")}`);
  }

  private buttons(): void {
    for (const start of this.starts) show(start, this.field === null);
    show(this.stop, this.field !== null);
  }

  private tell(text: string): void {
    write(this.status, text);
    if (text === this.said) return;
    this.said = text;
    if (text !== "") this.voice.say(text, readSettings(undefined, keyValue()).voice);
  }
}

function fieldsOf(host: HTMLElement): HTMLInputElement[] {
  const elements = host.closest("form")?.elements;
  return ["value", "left", "right"].flatMap((name) => {
    const found = elements?.namedItem(name);
    return found instanceof HTMLInputElement ? [found] : [];
  });
}

function sideOf({ name }: HTMLInputElement): string {
  return name === "value" ? "both" : name;
}

const host = document.getElementById("self-test-by-camera");
if (host !== null && navigator.mediaDevices !== undefined) new SelfTest(host);
else host?.append(make("p", { class: "coach-status", text: readWords<TestWord>("test")("no-camera-here") }));
