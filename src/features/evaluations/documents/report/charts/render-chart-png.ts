import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { renderAsync } from '@resvg/resvg-js';

import { subsetFont } from '#platform/font-subset.ts';
import { fontFilesOf, readFont } from '#platform/fonts.ts';

import { CHART_FONT_FAMILY } from './chart-style.ts';

/**
 * Charts as PNG, each `scale` times its size in pixels; word processors of some offices do not show SVG.
 * Only our own fonts are used: a picture must not depend on the machine.
 */
export async function renderChartPngs(
  svgs: readonly string[],
  scale = 3,
): Promise<readonly Uint8Array[]> {
  if (svgs.length === 0) return [];
  const folder = await mkdtemp(join(tmpdir(), 'songnuan-charts-'));
  try {
    const fontFiles = await writeFonts(folder, svgs);
    return await Promise.all(svgs.map((svg) => draw(svg, fontFiles, scale)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The drawing library takes fonts as files only and reads them again for each text: it gets small ones. */
async function writeFonts(folder: string, svgs: readonly string[]): Promise<string[]> {
  const fonts = fontFilesOf(CHART_FONT_FAMILY);
  return Promise.all(
    fonts.map(async (font) => {
      const path = join(folder, `${font.weight}.ttf`);
      await writeFile(path, subsetFont(await readFont(font), svgs));
      return path;
    }),
  );
}

async function draw(svg: string, fontFiles: string[], scale: number): Promise<Uint8Array> {
  const image = await renderAsync(svg, {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: scale },
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: CHART_FONT_FAMILY },
  });
  return image.asPng();
}
