/** Which moment of which picture shows a segment. */

import type { Figures, Item, Segment } from "../script.ts";

/** The second of the round that the moving figure shows after `spent` milliseconds of a segment. */
export function moment(segment: Segment, item: Item, spent: number): number {
  const { from, to, loop } = segment.figure;
  if (loop) return wrapped(from + spent / 1000, item.round_seconds);
  const share = segment.seconds > 0 ? Math.min(1, spent / 1000 / segment.seconds) : 1;
  return wrapped(from + (to - from) * share, item.round_seconds);
}

/** A round ends as it began, so that its last moment shows its first. */
function wrapped(seconds: number, round: number): number {
  return round > 0 ? seconds % round : 0;
}

export function figuresOf(item: Item, segment: Segment): Figures {
  return segment.side === "left" ? item.figures.left : item.figures.right;
}

/** The still picture for those who want less motion: the target while there is work towards it, else the start. */
export function stillOf(item: Item, segment: Segment): string {
  const figures = figuresOf(item, segment);
  return showsTarget(item, segment) ? figures.end : figures.start;
}

function showsTarget(item: Item, { kind, figure }: Segment): boolean {
  const { target_seconds: target } = item;
  if (kind === "move" || kind === "hold" || kind === "go")
    return figure.loop || figure.to > figure.from || figure.to === target;
  return kind === "breathe" && figure.from === target;
}
