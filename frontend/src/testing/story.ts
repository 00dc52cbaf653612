/** Tells a workout as a story: what a person did, and how many seconds went by in between. */

import { opened } from "../player/begin.ts";
import type { Event } from "../player/events.ts";
import { reduce } from "../player/reduce.ts";
import type { State } from "../player/state.ts";
import { currentItem, currentSegment } from "../player/timeline.ts";
import type { Script } from "../script.ts";
import { MADE, script as sample } from "./scripts.ts";

export class Story {
  now = MADE + 60_000;
  state: State;

  constructor(
    readonly script: Script = sample(),
    run = "run-1",
  ) {
    this.state = opened(script, { run, zone: 60 }, this.now);
  }

  does(event: Event): this {
    this.state = reduce(this.script, this.state, event, this.now);
    return this;
  }

  /** Lets seconds go by, looking once a `step`. */
  waits(seconds: number, step = 1): this {
    for (let left = seconds; left > 0; left -= step) {
      this.now += Math.min(step, left) * 1000;
      this.does({ kind: "tick" });
    }
    return this;
  }

  starts(pain = 2): this {
    return this.does({ kind: "none-of-these", id: "answered-1" })
      .does({ kind: "pain", value: pain })
      .does({ kind: "pain-told" })
      .does({ kind: "start" });
  }

  says(finding: string, answer: "yes" | "no" | "unsure", follow = false): this {
    return this.does({ kind: "answer", finding, answer, follow });
  }

  hurts(pain: number, sort: { sharp?: boolean; travels?: boolean } = {}): this {
    return this.does({ kind: "hurts" })
      .does({ kind: "none-of-these", id: "answered-2" })
      .does({ kind: "sort-of-pain", sharp: sort.sharp === true, travels: sort.travels === true })
      .does({ kind: "pain", value: pain })
      .does({ kind: "pain-told" });
  }

  get here(): string {
    const { side, kind } = currentSegment(this.script, this.state);
    return `${currentItem(this.script, this.state).exercise} ${kind}${side === "both" ? "" : ` ${side}`}`;
  }

  /** The data of the entry that the workout left. */
  get practised() {
    const entry = this.state.outgoing.find(({ kind }) => kind === "practised");
    if (entry?.kind !== "practised") throw new Error("the workout left no entry");
    return entry.data;
  }
}
