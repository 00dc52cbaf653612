/** What the camera needs and what becomes of what it sees; and the switch for it. */

import { make, show, write } from "../dom.ts";
import type { Script } from "../script.ts";
import { button } from "../player/screens/parts.ts";
import type { SpecWords } from "./reading.ts";
import { hintText, type CoachWord, type CoachWords } from "./saying.ts";
import type { Trouble, Watch } from "./state.ts";

export interface Acts {
  readonly turnOn: () => void;
  readonly turnOff: () => void;
}

export class Panel {
  readonly element: HTMLElement;
  /** Where the picture is shown before the start. */
  readonly preview = make("div", { class: "coach-preview" });
  private readonly first: HTMLElement;
  private readonly needs: HTMLElement;
  private readonly offers = make("p", { class: "soft" });
  private readonly status = make("p", { class: "coach-status", role: "status" });
  private readonly problem = make("div", { class: "notice notice-warn" });
  private readonly on: HTMLButtonElement;
  private readonly off: HTMLButtonElement;

  constructor(
    private readonly words: CoachWords,
    script: Script,
    { turnOn, turnOff }: Acts,
  ) {
    this.first = make("div", { class: "coach-about" }, ...["does", "private"].map((key) => line(words, key as CoachWord)));
    this.needs = needs(words, script);
    this.on = button({ text: words("turn-on"), press: turnOn }, "quiet");
    this.off = button({ text: words("turn-off"), press: turnOff }, "plain");
    this.element = make(
      "section",
      { class: "coach-panel", "aria-label": words("title") },
      make("h2", { class: "player-subtitle", text: words("title") }),
      this.first,
      this.problem,
      this.status,
      this.preview,
      this.offers,
      this.on,
      this.off,
      this.needs,
    );
  }

  /** `own`: the words of the exercise that is looked at, once they are there. In a pause nothing is looked at. */
  update(watch: Watch, own: SpecWords | null, isPaused: boolean): void {
    const { camera, trouble } = watch;
    this.element.dataset["camera"] = camera;
    show(this.first, camera === "off");
    show(this.needs, camera === "off");
    show(this.preview, camera === "on" && !isPaused);
    show(this.problem, trouble !== null);
    if (trouble !== null) this.explain(trouble);
    write(this.status, statusOf(this.words, watch, own, isPaused));
    show(this.status, camera !== "off");
    write(this.offers, own?.offers.join(" ") ?? "");
    show(this.offers, camera === "on" && own !== null);
    show(this.on, camera === "off");
    write(this.on, this.words(trouble === null || trouble === "taken" ? "turn-on" : "try-again"));
    show(this.off, camera !== "off");
  }

  private explain(trouble: Trouble): void {
    if (this.problem.dataset["trouble"] === trouble) return;
    this.problem.dataset["trouble"] = trouble;
    const title = make("p", { class: "notice-title", text: this.words(`trouble-${trouble}`) });
    this.problem.replaceChildren(make("div", { class: "notice-body" }, title, make("p", { text: this.words("goes-on") })));
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
      return (own === null ? "" : hintText(own, watch)) ?? words("i-see-you");
  }
}

function line(words: CoachWords, key: CoachWord): HTMLElement {
  return make("p", { class: `coach-${key}`, text: words(key) });
}

function needs(words: CoachWords, script: Script): HTMLElement {
  const watched = script.items.filter(({ camera }) => camera !== null && camera !== undefined).length;
  const lines = (["needs-place", "needs-light", "needs-loading"] as const).map((key) => make("li", { text: words(key) }));
  const count = { count: watched, all: script.items.length };
  return make(
    "div",
    { class: "coach-about" },
    make("p", { class: "player-asked", text: words("needs") }),
    make("ul", { class: "coach-needs" }, ...lines),
    make("p", { class: "soft", text: watched === script.items.length ? words("watches-all") : words("watches-some", count) }),
  );
}
