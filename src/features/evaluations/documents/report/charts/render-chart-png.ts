import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { renderAsync } from '@resvg/resvg-js';

import { subsetFont } from '#platform/font-subset.ts';
import { getFont, readFont } from '#platform/fonts.ts';

import { CHART_FONT_FAMILY } from './chart-style.ts';

/** 240 dots to the inch where a chart fills the text block. */
const SCALE = 2.5;

/**
 * Charts as PNG, each `scale` times its size in pixels; word processors of some offices do not show SVG.
 * Only our own fonts are used: a picture must not depend on the machine.
 */
export async function renderChartPngs(
  svgs: readonly string[],
  scale = SCALE,
): Promise<readonly Uint8Array[]> {
  if (svgs.length === 0) return [];
  const folder = await mkdtemp(join(tmpdir(), 'songnuan-charts-'));
  try {
    const fontFile = await writeFont(folder, svgs);
    return await Promise.all(svgs.map((svg) => draw(svg, fontFile, scale)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * The drawing library takes fonts as files only and reads them again for each text: it gets a small one. Charts
 * are lettered in one weight, so that ten megabytes more need not be read.
 */
async function writeFont(folder: string, svgs: readonly string[]): Promise<string> {
  const path = join(folder, 'chart.ttf');
  await writeFile(path, subsetFont(await readFont(getFont(CHART_FONT_FAMILY, 400)), svgs));
  return path;
}

async function draw(svg: string, fontFile: string, scale: number): Promise<Uint8Array> {
  const image = await renderAsync(svg, {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: scale },
    font: { loadSystemFonts: false, fontFiles: [fontFile], defaultFontFamily: CHART_FONT_FAMILY },
  });
  return image.asPng();
}
