import { describe, expect, it } from 'vitest';

import { chartSize } from '../chart-size.ts';
import { chartBlock } from '../report-blocks.fixture.ts';
import { reportFixture } from '../report-model.fixture.ts';
import type { ChartFigure } from '../report-model.ts';
import { barStyle, groupedNumber } from './chart-style.ts';
import { renderChartPngs } from './render-chart-png.ts';
import { renderChartSvg } from './render-chart-svg.ts';

const SIZE = { width: 590, height: 280 };
const grouped = chartBlock().figure;

function figure(overrides: Partial<ChartFigure>): ChartFigure {
  return { ...grouped, ...overrides };
}

function textsOf(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1] ?? '');
}

function charts(): ChartFigure[] {
  return reportFixture().blocks.flatMap((block) => (block.kind === 'chart' ? [block.figure] : []));
}

describe('a chart as SVG', () => {
  it('is the same, byte for byte, each time it is drawn', () => {
    for (const each of charts()) {
      expect(renderChartSvg(each, chartSize(each))).toBe(renderChartSvg(each, chartSize(each)));
    }
  });

  it('carries nothing that only a screen needs', () => {
    for (const each of charts()) {
      expect(renderChartSvg(each, chartSize(each))).not.toMatch(
        /<style|class=|ecmeta|<animate|<script/,
      );
    }
  });

  it('prints categories, the unit and a number for each bar with thousands separated', () => {
    const texts = textsOf(
      renderChartSvg(
        figure({
          axisTitle: '元',
          series: [{ name: '金额', values: [265800, 1234.5] }],
          decimals: 2,
        }),
        SIZE,
      ),
    );
    expect(texts).toEqual(expect.arrayContaining(['甲', '乙', '元', '265,800.00', '1,234.50']));
  });

  it('shows a legend only where there is more than one series', () => {
    const one = figure({ series: [{ name: '件数', values: [1, 2] }] });
    const two = figure({
      series: [
        { name: '按时', values: [1, 2] },
        { name: '超时', values: [3, 4] },
      ],
    });
    expect(textsOf(renderChartSvg(one, SIZE))).not.toContain('件数');
    expect(textsOf(renderChartSvg(two, SIZE))).toEqual(expect.arrayContaining(['按时', '超时']));
  });

  it('adds up each stack, and leaves out numbers that have no room', () => {
    const stacked = figure({
      form: 'stacked',
      series: [
        { name: '财政', values: [100, 200] },
        { name: '工会', values: [900, 1] },
      ],
    });
    const texts = textsOf(renderChartSvg(stacked, SIZE));
    expect(texts).toEqual(expect.arrayContaining(['1,000', '201', '100', '900']));
    expect(texts).not.toContain('1');
  });

  it('names its inner parts so that several charts can stand in one page', () => {
    const series = Array.from({ length: 9 }, (_, index) => ({
      name: `${index}`,
      values: [index, 1],
    }));
    const idsOf = (each: ChartFigure): string[] =>
      [...renderChartSvg(each, SIZE).matchAll(/id="([^"]+)"/g)].map((match) => match[1] ?? '');
    const first = idsOf(figure({ form: 'stacked', series }));
    const second = idsOf(figure({ form: 'stacked', series, axisTitle: '次' }));
    expect(first.length).toBeGreaterThan(0);
    expect(first.filter((id) => second.includes(id))).toEqual([]);
  });

  it('without categories says that there is no data', () => {
    expect(renderChartSvg(figure({ categories: [], series: [] }), SIZE)).toContain('无数据');
  });

  it('draws values that are missing or not finite as no bar, and never prints them', () => {
    const svg = renderChartSvg(figure({ series: [{ name: '件数', values: [Number.NaN] }] }), SIZE);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('escapes names', () => {
    expect(renderChartSvg(figure({ categories: ['<&>', '乙'] }), SIZE)).toContain('&lt;&amp;&gt;');
  });
});

describe('the look of bars', () => {
  it('tells neighbouring series apart without colour', () => {
    for (let index = 0; index < 7; index += 1) {
      const difference = Math.abs(
        lightness(barStyle(index).fill) - lightness(barStyle(index + 1).fill),
      );
      expect(difference, `${index}`).toBeGreaterThan(0.15);
    }
  });

  it('gives the first twelve series different looks', () => {
    const looks = Array.from({ length: 12 }, (_, index) => JSON.stringify(barStyle(index)));
    expect(new Set(looks).size).toBe(12);
  });

  it('writes numbers as the tables do', () => {
    expect(groupedNumber(1234567.891, 2)).toBe('1,234,567.89');
    expect(groupedNumber(-1234, 0)).toBe('-1,234');
    expect(groupedNumber(999, 0)).toBe('999');
  });
});

describe('charts as PNG', () => {
  it('have the size of the drawing times the scale, and letter Chinese with our own font', async () => {
    const svg = renderChartSvg(grouped, SIZE);
    const blank = svg.replaceAll(/<text.*?<\/text>/g, '');
    const [picture, unlettered] = await renderChartPngs([svg, blank], 2);
    const header = new DataView((picture ?? new Uint8Array()).slice().buffer);
    expect(header.getUint32(16)).toBe(1180);
    expect(header.getUint32(20)).toBe(560);
    expect(picture?.length).toBeGreaterThan((unlettered?.length ?? 0) + 2000);
  });
});

/** 0 black to 1 white, as a grey print shows a colour. */
function lightness(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    Number.parseInt(color.slice(at, at + 2), 16),
  );
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}
