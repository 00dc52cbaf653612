/** The drawing of where to put the phone: on the stage while somebody gets into the picture and is not seen yet. */

import { picture } from "../player/figure.ts";
import type { Script } from "../script.ts";
import { placementDrawing, type View } from "./placement.ts";
import { isInView } from "./reduce.ts";
import type { Stage } from "./stage.ts";
import type { Watch } from "./state.ts";
import type { Task } from "./task.ts";

export class Where {
  private drawn = "";

  constructor(
    private readonly script: Script,
    private readonly stage: Stage,
  ) {}

  update({ task, seen }: Watch): void {
    const shown = task?.phase === "placing" && !isInView(seen) ? task : null;
    const key = shown === null ? "" : `${shown.item} ${shown.side} ${shown.view}`;
    if (key !== this.drawn) void this.draw(key, shown);
  }

  private async draw(key: string, task: Task | null): Promise<void> {
    this.drawn = key;
    const figures = task === null ? undefined : this.script.items[task.item]?.figures;
    if (task === null || figures === undefined) return this.stage.place(null);
    const isLeft = task.side === "left";
    const figure = await picture((isLeft ? figures.left : figures.right).start);
    if (this.drawn === key) this.stage.place(placementDrawing(task.view as View, figure, isLeft));
  }
}
