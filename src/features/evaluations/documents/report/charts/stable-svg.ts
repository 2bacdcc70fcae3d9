import { createHash } from 'node:crypto';

const STYLE_SHEET = /<style\b[^>]*>.*?<\/style>\s*/gs;
const SCREEN_ONLY = / (?:class|ecmeta_\w+|pointer-events|baseProfile)="[^"]*"/g;
const DEFINED_ID = /\bid="([^"]+)"/g;

/**
 * Takes what serves only the screen out of a drawing and makes its ids repeatable.
 *
 * The chart library numbers ids by a counter of the process. Several charts may stand in one web page, so ids
 * are named after a digest of `key`: equal drawings give equal bytes, and only equal drawings share ids.
 */
export function stableSvg(svg: string, key: string): string {
  const digest = createHash('sha256').update(key).digest('hex').slice(0, 8);
  const still = svg.replaceAll(STYLE_SHEET, '').replaceAll(SCREEN_ONLY, '');
  const ids = [...new Set([...still.matchAll(DEFINED_ID)].map((match) => match[1] ?? ''))];
  return ids.reduce((text, id, index) => {
    const name = `chart-${digest}-${index + 1}`;
    return text
      .replaceAll(`id="${id}"`, `id="${name}"`)
      .replaceAll(`#${id})`, `#${name})`)
      .replaceAll(`"#${id}"`, `"#${name}"`);
  }, still);
}
