/** The picture of the camera, mirrored as one knows oneself, with the lines of the body over it. */

import { make, show, write } from "../dom.ts";
import { drawSkeleton, type Look } from "./skeleton.ts";
import type { CoachWords } from "./saying.ts";

const KEY = "unbend.coach.picture";

export class Stage {
  readonly element: HTMLElement;
  readonly video = make("video", { class: "coach-video", "aria-hidden": "true" });
  private readonly canvas = make("canvas", { class: "coach-lines", "aria-hidden": "true" });
  private readonly placement = make("div", { class: "coach-where", hidden: true });
  private readonly heard = make("p", { class: "only-seen-by-readers", role: "status", "aria-live": "polite" });
  private readonly toggle: HTMLButtonElement;
  private look: Look | null = null;

  constructor(
    private readonly words: CoachWords,
    private readonly values: Pick<globalThis.Storage, "getItem" | "setItem">,
  ) {
    this.video.muted = true;
    this.video.playsInline = true;
    this.toggle = make("button", { class: "button button-quiet coach-toggle", type: "button", press: () => this.turn() });
    this.element = make("div", { class: "coach-stage" }, this.video, this.canvas, this.placement, this.toggle, this.heard);
    this.showPicture(values.getItem(KEY) !== "lines");
  }

  /** Where to put the phone, beside the picture; null takes it away. */
  place(drawing: SVGSVGElement | null): void {
    if (this.placement.firstChild === drawing) return;
    this.placement.replaceChildren(...(drawing === null ? [] : [drawing]));
    show(this.placement, drawing !== null);
    this.element.dataset["placing"] = drawing === null ? "no" : "yes";
  }

  draw(image: Float32Array | null): void {
    const { videoWidth: width, videoHeight: height } = this.video;
    const video = this.element.dataset["picture"] === "yes" ? this.video : null;
    if (width > 0) drawSkeleton(this.canvas, image, { width, height }, this.colours(), video);
  }

  /** For whoever does not see the screen. */
  tell(text: string): void {
    write(this.heard, text);
  }

  /** What is seen: all of it, a part, or nobody. */
  mark(state: string): void {
    if (this.element.dataset["seen"] === state) return;
    this.element.dataset["seen"] = state;
    this.look = null;
  }

  private turn(): void {
    const pictured = this.element.dataset["picture"] !== "yes";
    this.showPicture(pictured);
    try {
      this.values.setItem(KEY, pictured ? "picture" : "lines");
    } catch {
      // It is chosen again the next time.
    }
  }

  private showPicture(pictured: boolean): void {
    this.element.dataset["picture"] = pictured ? "yes" : "no";
    write(this.toggle, this.words(pictured ? "hide-picture" : "show-picture"));
    this.look = null;
  }

  private colours(): Look {
    if (this.look === null) {
      const style = getComputedStyle(this.canvas);
      this.look = { line: style.color, edge: style.backgroundColor === "rgba(0, 0, 0, 0)" ? style.outlineColor : style.backgroundColor };
    }
    return this.look;
  }
}
