/** What the camera needs and what becomes of what it sees; and the switch for it. */

import { make, show, write } from "../dom.ts";
import type { Script } from "../script.ts";
import { button } from "../player/screens/parts.ts";
import type { SpecWords } from "./reading.ts";
import { hintText, type CoachWord, type CoachWords } from "./saying.ts";
import type { Trouble, Watch } from "./state.ts";
import { nameOf } from "./task.ts";

export interface Acts {
  readonly turnOn: () => void;
  readonly turnOff: () => void;
}

export class Panel {
  readonly element: HTMLElement;
  /** Where the picture is shown before the start. */
  readonly preview = make("div", { class: "coach-preview" });
  private readonly before: HTMLElement;
  private readonly kept: HTMLElement;
  private readonly exercise = make("strong");
  private readonly offered = make("span");
  private readonly offers = make("p", { class: "soft coach-offers" }, this.exercise, " ", this.offered);
  private readonly status = make("p", { class: "coach-status", role: "status" });
  private readonly problem = make("div", { class: "notice notice-warn" });
  private readonly on: HTMLButtonElement;
  private readonly off: HTMLButtonElement;

  constructor(
    private readonly words: CoachWords,
    private readonly script: Script,
    { turnOn, turnOff }: Acts,
  ) {
    this.before = make("div", { class: "coach-about" }, line(words, "does"), line(words, "private"), ...needs(words, script));
    this.kept = kept(words);
    this.on = button({ text: words("turn-on"), press: turnOn }, "quiet");
    this.off = make("button", { class: "button button-quiet", type: "button", press: turnOff }, words("turn-off"));
    this.element = make(
      "section",
      { class: "coach-panel", "aria-label": words("title") },
      make("h2", { class: "player-subtitle", text: words("title") }),
      this.problem,
      this.before,
      make("div", { class: "coach-switch" }, this.status, this.off),
      this.preview,
      this.offers,
      this.kept,
      this.on,
    );
  }

  /** `own`: the words of the exercise that is looked at, once they are there. In a pause nothing is looked at. */
  update(watch: Watch, own: SpecWords | null, isPaused: boolean): void {
    const { camera, trouble } = watch;
    const focused = document.activeElement;
    this.element.dataset["camera"] = camera;
    if (trouble === null) delete this.element.dataset["trouble"];
    else this.element.dataset["trouble"] = trouble;
    show(this.before, camera === "off" && trouble === null);
    show(this.kept, camera === "off" && trouble === null);
    show(this.preview, camera === "on" && !isPaused);
    show(this.problem, trouble !== null);
    if (trouble !== null) this.explain(trouble);
    write(this.status, statusOf(this.words, watch, own, isPaused));
    show(this.status, camera !== "off");
    write(this.exercise, watch.task === null ? "" : `${nameOf(this.script, watch.task)}.`);
    write(this.offered, own?.offers.join(" ") ?? "");
    show(this.offers, camera === "on" && own !== null);
    show(this.on, camera === "off");
    write(this.on, this.words(trouble === null || trouble === "taken" ? "turn-on" : "try-again"));
    show(this.off, camera !== "off");
    if (focused === this.on && camera !== "off") this.passFocus(this.off);
    if (focused === this.off && camera === "off") this.passFocus(this.on);
  }

  /** Whoever pressed one of the two is at the other one then, and sees what came with it. */
  private passFocus(next: HTMLButtonElement): void {
    next.focus({ preventScroll: true });
    if (this.element.getBoundingClientRect().top < 0) this.element.scrollIntoView({ block: "start" });
  }

  private explain(trouble: Trouble): void {
    if (this.problem.dataset["trouble"] === trouble) return;
    this.problem.dataset["trouble"] = trouble;
    const title = make("p", { class: "notice-title", text: this.words(`trouble-${trouble}`) });
    const how = trouble === "refused" ? make("p", { text: this.words("how-refused") }) : null;
    this.problem.replaceChildren(make("div", { class: "notice-body" }, title, make("p", { text: this.words("goes-on") }), how));
  }
}

function statusOf(words: CoachWords, watch: Watch, own: SpecWords | null, isPaused: boolean): string {
  switch (watch.camera) {
    case "off":
      return "";
    case "asking":
      return words("asking");
    case "loading":
      return words("loading");
    case "on":
      if (isPaused) return words("not-looking");
      if (own === null) return watch.byClock === null ? "" : words(`by-clock-${watch.byClock}`);
      return hintText(own, watch) ?? words("i-see-you");
  }
}

function line(words: CoachWords, key: CoachWord): HTMLElement {
  return make("p", { class: `coach-${key}`, text: words(key) });
}

function needs(words: CoachWords, script: Script): HTMLElement[] {
  const watched = script.items.filter(({ camera }) => camera !== null && camera !== undefined).length;
  const lines = (["needs-place", "needs-light", "needs-loading"] as const).map((key) => make("li", { text: words(key) }));
  const count = { count: watched, all: script.items.length };
  return [
    make("p", { class: "player-asked", text: words("needs") }),
    make("ul", { class: "coach-needs" }, ...lines),
    make("p", { class: "soft", text: watched === script.items.length ? words("watches-all") : words("watches-some", count) }),
  ];
}

/** What is written down, for whoever wants to know exactly. */
function kept(words: CoachWords): HTMLElement {
  const summary = make("summary", { text: words("kept") });
  return make("details", { class: "player-more" }, summary, make("p", { text: words("kept-text") }));
}
