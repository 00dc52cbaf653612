/** The engine that counts: Python in a worker, one handle for each exercise and side. */

import type { Pose } from "./pose.ts";
import type { Python } from "./python.ts";
import { NOBODY } from "./landmarks.ts";
import type { Reading, Spec, Summary } from "./reading.ts";

export class Engine {
  constructor(private readonly python: Python) {}

  /** Only with `farther` it may ask somebody to go farther, and judges how far they go. */
  begin(spec: Spec, side: string, farther = false): Promise<string> {
    return this.python.call("begin", JSON.stringify(spec.reference), side, farther ? 1 : 0);
  }

  async feed(handle: string, now: number, pose: Pose | null, size: { width: number; height: number }): Promise<Reading> {
    const [image, world] = pose === null ? [NOBODY, NOBODY] : [pose.image, pose.world];
    return JSON.parse(await this.python.call("feed", handle, now / 1000, image, world, size.width, size.height)) as Reading;
  }

  async end(handle: string): Promise<Summary> {
    return JSON.parse(await this.python.call("end", handle)) as Summary;
  }

  close(): void {
    this.python.close();
  }
}
