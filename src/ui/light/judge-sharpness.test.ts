import sharp from 'sharp';
import { expect, test } from 'vitest';

import { edgeVariance, isBlurred, toGrey } from './judge-sharpness.ts';

/** A page of short strokes, as print looks from afar. */
function pageOfPrint(): Buffer {
  const lines = Array.from({ length: 24 }, (_, line) =>
    Array.from({ length: 30 }, (_, sign) => {
      const [x, y] = [30 + sign * 18, 30 + line * 30];
      return `<path d="M${x} ${y}h12M${x + 6} ${y - 6}v18M${x} ${y + 12}l12 -9" stroke="#222" stroke-width="2"/>`;
    }).join(''),
  );
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="780"><rect width="600" height="780" fill="#f2efe8"/>${lines.join('')}</svg>`,
  );
}

async function varianceOf(blur: number): Promise<number> {
  const picture = sharp(pageOfPrint());
  const { data, info } = await (blur === 0 ? picture : picture.blur(blur))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return edgeVariance({ width: info.width, height: info.height, values: data });
}

test('the more a page is blurred, the fewer edges are left', async () => {
  const variances = await Promise.all([0, 1, 2, 4].map(varianceOf));
  expect(variances).toEqual(variances.toSorted((a, b) => b - a));
  expect(variances[0]).toBeGreaterThan(300);
  expect(variances[3]).toBeLessThan(60);
});

test('a picture without inner points has no edges and is no reason to fail', () => {
  expect(edgeVariance({ width: 2, height: 2, values: [1, 2, 3, 4] })).toBe(0);
});

test('a page all of one colour cannot be read', () => {
  expect(isBlurred({ width: 8, height: 8, values: Array.from({ length: 64 }, () => 200) })).toBe(
    true,
  );
});

test('colours become the grey they seem', () => {
  expect([...toGrey([255, 255, 255, 255, 0, 255, 0, 255])].map(Math.round)).toEqual([255, 150]);
});
