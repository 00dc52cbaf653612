/**
 * A stopwatch for self-tests: `<div data-stopwatch data-target="name">` gets its buttons, and writes the seconds into
 * the field of that name in the same form. With `data-countdown="30"` it counts down and stops by itself.
 */

import { make, write } from "../dom.ts";
import type { PageWords } from "../words.ts";

export function startStopwatches(words: PageWords, page: ParentNode = document): void {
  for (const host of page.querySelectorAll<HTMLElement>("[data-stopwatch]:not([data-ready])"))
    new Stopwatch(host, words);
}

class Stopwatch {
  private readonly shown = make("p", { class: "stopwatch-time", role: "timer", text: "0.0" });
  private readonly told = make("p", { class: "only-seen-by-readers", role: "status" });
  private readonly act: HTMLButtonElement;
  private readonly countdown: number | null;
  private since: number | null = null;

  constructor(
    private readonly host: HTMLElement,
    private readonly words: PageWords,
  ) {
    const limit = Number(host.dataset["countdown"]);
    this.countdown = Number.isFinite(limit) && limit > 0 ? limit : null;
    this.act = make(
      "button",
      { class: "button button-large", type: "button", press: () => this.press() },
      words("stopwatch-start"),
    );
    host.dataset["ready"] = "yes";
    host.append(this.shown, this.act, this.told);
    this.paint(0);
  }

  private press(): void {
    if (this.since === null) {
      this.since = performance.now();
      write(this.act, this.words("stopwatch-stop"));
      requestAnimationFrame(() => this.look());
    } else this.stop(this.seconds());
  }

  private seconds(): number {
    return this.since === null ? 0 : (performance.now() - this.since) / 1000;
  }

  private look(): void {
    if (this.since === null) return;
    const seconds = this.seconds();
    if (this.countdown !== null && seconds >= this.countdown) return this.stop(this.countdown);
    this.paint(seconds);
    requestAnimationFrame(() => this.look());
  }

  private stop(seconds: number): void {
    this.since = null;
    const rounded = seconds.toFixed(1);
    this.paint(seconds);
    write(this.act, this.words("stopwatch-again"));
    write(this.told, this.words("stopwatch-seconds", { seconds: rounded }));
    const field = this.field();
    if (field === null) return;
    field.value = field.step === "" || Number.isInteger(Number(field.step)) ? String(Math.floor(seconds)) : rounded;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  private paint(seconds: number): void {
    const left = this.countdown === null ? seconds : this.countdown - seconds;
    write(this.shown, left.toFixed(1));
  }

  private field(): HTMLInputElement | null {
    const found = this.host.closest("form")?.elements.namedItem(this.host.dataset["target"] ?? "");
    return found instanceof HTMLInputElement ? found : null;
  }
}
