/** The drawing of where to put the phone: on the stage while somebody gets into the picture and is not seen yet. */

import { picture } from "../player/figure.ts";
import { figuresOf } from "../player/figure-time.ts";
import type { Script } from "../script.ts";
import { placementDrawing, type View } from "./placement.ts";
import { isInView } from "./reduce.ts";
import type { Stage } from "./stage.ts";
import type { Watch } from "./state.ts";

export class Where {
  private drawn = "";

  constructor(
    private readonly script: Script,
    private readonly stage: Stage,
  ) {}

  update({ task, seen }: Watch): void {
    const key = task?.phase === "placing" && !isInView(seen) ? `${task.item} ${task.view}` : "";
    if (key !== this.drawn) void this.draw(key, task?.item ?? 0, (task?.view ?? "side") as View);
  }

  private async draw(key: string, item: number, view: View): Promise<void> {
    this.drawn = key;
    const found = this.script.items[item];
    const segment = found?.segments[0];
    if (key === "" || found === undefined || segment === undefined) return this.stage.place(null);
    const figure = await picture(figuresOf(found, segment).start);
    if (this.drawn === key) this.stage.place(placementDrawing(view, figure));
  }
}
