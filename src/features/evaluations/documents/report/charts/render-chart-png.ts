import { renderAsync } from '@resvg/resvg-js';

import { fontFilesOf } from '#platform/fonts.ts';

import { CHART_FONT_FAMILY } from './chart-style.ts';

/**
 * A chart as PNG, `scale` times its size in pixels, drawn beside the main thread; word processors of some
 * offices do not show SVG. Only our own fonts are loaded: the picture must not depend on the machine.
 */
export async function renderChartPng(svg: string, scale = 3): Promise<Uint8Array> {
  const image = await renderAsync(svg, {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: scale },
    font: {
      loadSystemFonts: false,
      fontFiles: fontFilesOf(CHART_FONT_FAMILY).map((font) => font.path),
      defaultFontFamily: CHART_FONT_FAMILY,
    },
  });
  return image.asPng();
}
