/** The pose model itself, in a worker or in the page: a picture goes in, 33 landmarks come out. */

import { PoseLandmarker } from "@mediapipe/tasks-vision";

export const LANDMARKS = 33;
/** x, y, z and visibility. */
export const NUMBERS = 4;

/** Where the model and its program are; all of them ours. */
export interface ModelUrls {
  readonly loader: string;
  readonly binary: string;
  readonly model: string;
}

/** 33 times x, y, z and visibility (0 to 1). */
export interface Pose {
  /** x and y from 0 to 1 across the picture, from its upper left; z in the same unit as x, smaller is nearer. */
  readonly image: Float32Array;
  /** In metres, from the middle of the hips; y downwards. */
  readonly world: Float32Array;
}

export interface Landmarker {
  detect(source: TexImageSource, milliseconds: number): Pose | null;
  close(): void;
}

interface Landmark {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly visibility: number;
}

export async function loadLandmarker({ loader, binary, model }: ModelUrls): Promise<Landmarker> {
  await setFactory(loader);
  const made = await PoseLandmarker.createFromOptions(
    { wasmLoaderPath: "", wasmBinaryPath: binary },
    { baseOptions: { modelAssetPath: model, delegate: "CPU" }, runningMode: "VIDEO", numPoses: 1 },
  );
  let last = -1;
  return {
    detect(source, milliseconds) {
      // The model takes no time twice and none that goes back, as a camera's may when it is started again.
      last = Math.max(milliseconds, last + 1);
      const { landmarks, worldLandmarks } = made.detectForVideo(source, last);
      const [image, world] = [landmarks[0], worldLandmarks[0]];
      return image === undefined || world === undefined ? null : { image: packed(image), world: packed(world) };
    },
    close: () => made.close(),
  };
}

/** The library would add a classic script to a page, and it takes what it finds away: so it is put there each time. */
async function setFactory(loader: string): Promise<void> {
  const { default: factory } = (await import(/* @vite-ignore */ loader)) as { default: unknown };
  (globalThis as { ModuleFactory?: unknown }).ModuleFactory = factory;
}

export function packed(landmarks: readonly Landmark[]): Float32Array {
  const numbers = new Float32Array(LANDMARKS * NUMBERS);
  landmarks.forEach(({ x, y, z, visibility }, index) => numbers.set([x, y, z, visibility], index * NUMBERS));
  return numbers;
}
