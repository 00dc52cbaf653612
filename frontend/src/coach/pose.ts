/** Where a person's 33 landmarks are in a picture. Pictures stay in this tab: nothing here sends or keeps them. */

import { Asking } from "./asking.ts";
import type { ModelUrls, Pose } from "./landmarker.ts";
import type { PoseQuestion } from "./pose-worker.ts";

export type { Pose } from "./landmarker.ts";

export type Picture = VideoFrame | ImageBitmap | HTMLVideoElement;

/** `full` is the better one; `lite` is for devices on which it is too slow. */
export type Kind = "full" | "lite";

export interface PoseUrls {
  readonly worker: string;
  readonly loader: string;
  readonly binary: string;
  readonly full: string;
  readonly lite: string;
}

export interface PoseModel {
  /** In a thread of its own, or where a browser cannot do that, in the page's. */
  readonly where: "worker" | "page";
  /**
   * The landmarks of the one person seen; null where nobody is. `milliseconds` is the picture's time, on any clock
   * that goes forward. Await it before the next: there is no queue. A frame or bitmap is closed by it.
   */
  detect(source: Picture, milliseconds: number): Promise<Pose | null>;
  close(): void;
}

/** Loads the model; rejects where it can be run neither in a worker nor in the page. */
export async function startPose(urls: PoseUrls, kind: Kind): Promise<PoseModel> {
  const wanted: ModelUrls = { loader: full(urls.loader), binary: full(urls.binary), model: full(urls[kind]) };
  try {
    return await inWorker(urls.worker, wanted);
  } catch {
    return await inPage(wanted);
  }
}

/** A worker reads addresses from where it lies itself. */
function full(url: string): string {
  return new URL(url, document.baseURI).href;
}

async function inWorker(url: string, wanted: ModelUrls): Promise<PoseModel> {
  const worker = new Asking(new Worker(url, { type: "module" }));
  try {
    await worker.ask({ start: wanted } satisfies PoseQuestion);
  } catch (problem) {
    worker.close();
    throw problem;
  }
  return {
    where: "worker",
    async detect(picture, milliseconds) {
      const source = picture instanceof HTMLVideoElement ? await createImageBitmap(picture) : picture;
      return worker.ask<Pose | null>({ source, milliseconds } satisfies PoseQuestion, [source]);
    },
    close: () => worker.close(),
  };
}

async function inPage(wanted: ModelUrls): Promise<PoseModel> {
  const { loadLandmarker } = await import("./landmarker.ts");
  const landmarker = await loadLandmarker(wanted);
  return {
    where: "page",
    async detect(source, milliseconds) {
      try {
        return landmarker.detect(source, milliseconds);
      } finally {
        if (!(source instanceof HTMLVideoElement)) source.close();
      }
    },
    close: () => landmarker.close(),
  };
}
