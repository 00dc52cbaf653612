/** The workout script: a timed list that Python compiled and the player runs. Times are seconds, words are final. */

import type { Figures, Item, Script, Segment } from "./generated/script.ts";

export type { Figures, Item, Script, Segment };

export type Side = Segment["side"];
export type SegmentKind = Segment["kind"];
export type Slot = Item["slot"];
export type Variant = Script["variant"];
/** Times in the round of the moving figure; equal ends are a still, `loop` plays on at its own pace from `from`. */
export type FigureWindow = Segment["figure"];
export type Breath = NonNullable<Segment["breath"]>;
export type Gate = Script["gate"];
export type Question = Gate["questions"][number];
export type Help = Script["help"];
