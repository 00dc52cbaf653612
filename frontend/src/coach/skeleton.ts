/** Draws the landmarks as the lines of a figure, over the picture or by themselves. */

import { LANDMARKS, NUMBERS } from "./landmarks.ts";

/** Pairs of BlazePose's landmarks that a line joins: arms, trunk, legs, feet. */
const BONES: readonly (readonly [number, number])[] = [
  [11, 12], [11, 13], [13, 15], [12, 14], [14, 16], [11, 23], [12, 24], [23, 24],
  [23, 25], [25, 27], [24, 26], [26, 28], [27, 29], [29, 31], [27, 31], [28, 30], [30, 32], [28, 32],
];
const HEAD = { nose: 0, ears: [7, 8] } as const;
/** Less visible than this is not drawn. */
const VISIBLE = 0.3;

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Look {
  readonly line: string;
  readonly edge: string;
}

/** Gives the canvas the picture's size, and draws the picture, or nothing of it, and the lines over it; nothing is left of
 * the pose before. One drawing for both is half the work for a device without a graphics card, and they fit each other. */
export function drawSkeleton(canvas: HTMLCanvasElement, image: Float32Array | null, size: Size, look: Look, video: HTMLVideoElement | null): void {
  if (canvas.width !== size.width) canvas.width = size.width;
  if (canvas.height !== size.height) canvas.height = size.height;
  const pen = canvas.getContext("2d");
  if (pen === null) return;
  if (video === null) pen.clearRect(0, 0, size.width, size.height);
  else pen.drawImage(video, 0, 0, size.width, size.height);
  if (image === null || image.length < LANDMARKS * NUMBERS) return;
  const at = (index: number) => ({
    x: (image[index * NUMBERS] ?? 0) * size.width,
    y: (image[index * NUMBERS + 1] ?? 0) * size.height,
    seen: (image[index * NUMBERS + 3] ?? 0) >= VISIBLE,
  });
  const thick = Math.max(4, Math.min(size.width, size.height) / 70);
  const path = traced(at);
  pen.lineCap = pen.lineJoin = "round";
  for (const [colour, width] of [[look.edge, thick * 2], [look.line, thick]] as const) {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.stroke(path);
  }
}

type At = (index: number) => { readonly x: number; readonly y: number; readonly seen: boolean };

function traced(at: At): Path2D {
  const path = new Path2D();
  for (const [one, other] of BONES) {
    const [from, to] = [at(one), at(other)];
    if (!from.seen || !to.seen) continue;
    path.moveTo(from.x, from.y);
    path.lineTo(to.x, to.y);
  }
  const [nose, left, right] = [at(HEAD.nose), at(HEAD.ears[0]), at(HEAD.ears[1])];
  const [shoulder, other] = [at(11), at(12)];
  if (nose.seen) {
    const neck = { x: (shoulder.x + other.x) / 2, y: (shoulder.y + other.y) / 2 };
    const middle = { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 };
    const radius = Math.max(2, Math.hypot(middle.x - neck.x, middle.y - neck.y) * 0.5);
    path.moveTo(middle.x + radius, middle.y);
    path.arc(middle.x, middle.y, radius, 0, 2 * Math.PI);
  }
  return path;
}
