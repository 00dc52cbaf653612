/** The pace of a breath: a circle that grows and shrinks; words alone for those who want less motion. */

import type { Segment } from "../../script.ts";
import { show } from "../../dom.ts";

const SMALLEST = 0.45;

export function showBreath(circle: HTMLElement, segment: Segment, spent: number, still: boolean): void {
  show(circle, segment.breath !== null);
  if (segment.breath === null) return;
  const size = still ? 1 : breathSize(segment.breath, spent / 1000);
  circle.style.transform = `scale(${size.toFixed(3)})`;
}

/** How far the circle has grown, between its smallest and 1, softly at both ends. */
export function breathSize(breath: { readonly in: number; readonly out: number }, seconds: number): number {
  const inward = seconds < breath.in;
  const share = inward ? seconds / breath.in : 1 - (seconds - breath.in) / breath.out;
  const soft = (1 - Math.cos(Math.PI * Math.min(1, Math.max(0, share)))) / 2;
  return SMALLEST + (1 - SMALLEST) * soft;
}
