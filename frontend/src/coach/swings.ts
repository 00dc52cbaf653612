/** Goings to and fro that did not count: such as those of somebody who goes half of the way. Pure. */

export interface Swings {
  /** The nearest and the farthest of the present way, as shares of the whole. */
  readonly low: number;
  readonly high: number;
  readonly isOut: boolean;
  readonly count: number;
}

export const NO_SWINGS: Swings = { low: 1, high: 0, isOut: false, count: 0 };
/** So many are no chance. */
export const MANY = 3;
/** A way there and back of these shares is more than landmarks tremble, and less than half of the way. */
const THERE = 0.35;
const BACK = 0.3;

export function swung({ low, high, isOut, count }: Swings, progress: number): Swings {
  if (!isOut) {
    const near = Math.min(low, progress);
    return { low: near, high: progress, isOut: progress - near >= THERE, count };
  }
  const far = Math.max(high, progress);
  return far - progress < BACK ? { low, high: far, isOut, count } : { low: progress, high: progress, isOut: false, count: count + 1 };
}
