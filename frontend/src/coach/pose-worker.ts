/// <reference lib="webworker" />
/** The pose model in a thread of its own, so that the page stays smooth. */

import { answering } from "./asking.ts";
import { loadLandmarker, type Landmarker, type ModelUrls, type Pose } from "./landmarker.ts";

declare const self: DedicatedWorkerGlobalScope;

export type PoseQuestion =
  | { readonly start: ModelUrls }
  | { readonly source: VideoFrame | ImageBitmap; readonly milliseconds: number };

let landmarker: Landmarker | null = null;

answering<PoseQuestion>(self, async (asked): Promise<Pose | null> => {
  if ("start" in asked) {
    landmarker = await loadLandmarker(asked.start);
    return null;
  }
  try {
    if (landmarker === null) throw new Error("the model is not loaded yet");
    return landmarker.detect(asked.source, asked.milliseconds);
  } finally {
    asked.source.close();
  }
});
