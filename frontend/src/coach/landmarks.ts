/** The shape of what the pose model tells of a picture. */

export const LANDMARKS = 33;
/** x, y, z and visibility. */
export const NUMBERS = 4;
/** Nobody in the picture. */
export const NOBODY = new Float32Array(LANDMARKS * NUMBERS).fill(Number.NaN);
