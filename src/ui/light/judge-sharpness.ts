/** Grey values of a picture, row by row, from 0 to 255. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly values: ArrayLike<number>;
}

/**
 * Below this a photo of a paper is hardly legible. Found with pages of text at the measured size: sharp
 * ones lie above 300, those blurred over four points of that size below 60.
 */
const LEGIBLE_VARIANCE = 80;

export function isBlurred(picture: GreyPicture): boolean {
  return edgeVariance(picture) < LEGIBLE_VARIANCE;
}

/**
 * Variance of the Laplacian: how strongly neighbouring points differ. A hint only: an empty page has
 * no edges either.
 */
export function edgeVariance({ width, height, values }: GreyPicture): number {
  let sum = 0;
  let squares = 0;
  let count = 0;
  const at = (x: number, y: number): number => values[y * width + x] ?? 0;
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const edge = at(x - 1, y) + at(x + 1, y) + at(x, y - 1) + at(x, y + 1) - 4 * at(x, y);
      sum += edge;
      squares += edge * edge;
      count += 1;
    }
  }
  if (count === 0) return 0;
  const mean = sum / count;
  return squares / count - mean * mean;
}

/** Grey values of what a canvas holds: four numbers a point, of which the last is no colour. */
export function toGrey(rgba: ArrayLike<number>): Float32Array {
  const grey = new Float32Array(rgba.length / 4);
  for (let point = 0; point < grey.length; point += 1) {
    const at = point * 4;
    // ITU-R BT.601: how bright each colour seems.
    grey[point] =
      0.299 * (rgba[at] ?? 0) + 0.587 * (rgba[at + 1] ?? 0) + 0.114 * (rgba[at + 2] ?? 0);
  }
  return grey;
}
