/** Pain and effort are said in whole numbers from 0 to 10. */

export const RATINGS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

export function isRating(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 10;
}
