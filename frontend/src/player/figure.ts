/** The moving picture, held at exactly the moment that the workout is in. */

import type { Item, Segment } from "../script.ts";
import { figuresOf, moment, stillOf } from "./figure-time.ts";

const loaded = new Map<string, Promise<SVGSVGElement | null>>();

/** A picture by its address, fetched once. Null where it cannot be had: the words lead on without it. */
export function picture(url: string): Promise<SVGSVGElement | null> {
  const known = loaded.get(url);
  if (known !== undefined) return known;
  const fetching = fetchPicture(url).catch(() => null);
  loaded.set(url, fetching);
  void fetching.then((found) => found ?? loaded.delete(url));
  return fetching;
}

async function fetchPicture(url: string): Promise<SVGSVGElement | null> {
  const response = await fetch(url, { credentials: "same-origin" });
  if (!response.ok) return null;
  const parsed = new DOMParser().parseFromString(await response.text(), "image/svg+xml").documentElement;
  return parsed.namespaceURI === "http://www.w3.org/2000/svg" ? (parsed as unknown as SVGSVGElement) : null;
}

/** Seconds of the round from which on another moment is worth drawing; for a figure in a corner less often. */
const STEP = 0.008;
const SMALL_STEP = 0.1;

export class FigureStage {
  readonly element: HTMLDivElement;
  isSmall = false;
  private url = "";
  private svg: SVGSVGElement | null = null;
  private shown = -1;

  constructor() {
    this.element = document.createElement("div");
    this.element.className = "player-figure";
    // The words say what the picture shows, and say it in time.
    this.element.setAttribute("aria-hidden", "true");
  }

  paint(item: Item, segment: Segment, spent: number, still: boolean): void {
    const url = still ? stillOf(item, segment) : figuresOf(item, segment).moving;
    if (url !== this.url) this.change(url);
    if (this.svg === null || still) return;
    const at = moment(segment, item, spent);
    if (Math.abs(at - this.shown) < (this.isSmall ? SMALL_STEP : STEP)) return;
    this.shown = at;
    this.svg.setCurrentTime(at);
  }

  /** Fetches the pictures of what comes next, so that they are there in time. */
  prepare(item: Item, still: boolean): void {
    for (const { side } of item.segments) {
      const figures = side === "left" ? item.figures.left : item.figures.right;
      for (const url of still ? [figures.start, figures.end] : [figures.moving]) void picture(url);
    }
  }

  private change(url: string): void {
    this.url = url;
    void picture(url).then((found) => {
      if (this.url !== url) return;
      this.svg = found === null ? null : (found.cloneNode(true) as SVGSVGElement);
      this.shown = -1;
      this.element.replaceChildren(...(this.svg === null ? [] : [this.svg]));
      this.svg?.pauseAnimations();
      this.svg?.setCurrentTime(0);
    });
  }
}
