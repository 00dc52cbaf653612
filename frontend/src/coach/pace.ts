/** How many pictures a second are looked at. */

/** Fewer than this, and what somebody does is seen too late. */
export const LEAST = 8;
/** So long it is looked at before it is called slow, in milliseconds. */
export const OVER = 5000;
/** A gap of this length is no slow picture, but a page that was not looked at. */
const GAP = 2000;

export class Pace {
  private moments: number[] = [];

  /** A picture was looked at. */
  seen(now: number): void {
    const last = this.moments.at(-1);
    if (last !== undefined && now - last > GAP) this.moments = [];
    this.moments = [...this.moments.filter((moment) => now - moment <= OVER), now];
  }

  begin(): void {
    this.moments = [];
  }

  /** Pictures a second; null until it was long enough to know. */
  get a_second(): number | null {
    const [first, last] = [this.moments[0], this.moments.at(-1)];
    if (first === undefined || last === undefined || last - first < OVER * 0.9) return null;
    return ((this.moments.length - 1) * 1000) / (last - first);
  }

  get isSlow(): boolean {
    const { a_second: rate } = this;
    return rate !== null && rate < LEAST;
  }
}
