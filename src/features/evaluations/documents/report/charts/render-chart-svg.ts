import { BarChart } from 'echarts/charts';
import type { BarSeriesOption } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import type { GridComponentOption, LegendComponentOption } from 'echarts/components';
import { init, use } from 'echarts/core';
import type { ComposeOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

import type { ChartFigure } from '../report-model.ts';
import { categoryAxis, valueAxis } from './chart-axes.ts';
import { barSeries } from './chart-series.ts';
import { CHART_FONT_FAMILY, FONT_SIZE, INK } from './chart-style.ts';
import { stableSvg } from './stable-svg.ts';

use([BarChart, GridComponent, LegendComponent, SVGRenderer]);

type ChartOption = ComposeOption<BarSeriesOption | GridComponentOption | LegendComponentOption>;

/** Pixels of the drawing; the result scales by its view box. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

/** The chart as a self-contained SVG: equal figures give equal bytes. */
export function renderChartSvg(figure: ChartFigure, size: ChartSize): string {
  if (figure.categories.length === 0 || figure.series.length === 0) return emptyChart(size);
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    chart.setOption(chartOption(figure, size));
    return stableSvg(
      chart.renderToSVGString({ useViewBox: true }),
      JSON.stringify({ figure, size }),
    );
  } finally {
    chart.dispose();
  }
}

function chartOption(figure: ChartFigure, size: ChartSize): ChartOption {
  const upright = figure.orientation === 'vertical';
  const hasLegend = figure.series.length > 1;
  const categories = categoryAxis(figure, size.width);
  const values = valueAxis(figure);
  return {
    animation: false,
    textStyle: { fontFamily: CHART_FONT_FAMILY, fontSize: FONT_SIZE, color: INK },
    grid: {
      left: 8,
      right: upright ? 16 : 56,
      top: upright ? 40 : hasLegend ? 40 : 12,
      bottom: upright ? 8 : 28,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    ...(hasLegend ? { legend: legend(figure) } : {}),
    xAxis: upright ? categories : values,
    yAxis: upright ? values : categories,
    series: barSeries(figure),
  };
}

function legend(figure: ChartFigure): LegendComponentOption {
  return {
    data: figure.series.map((series) => series.name),
    top: 4,
    right: 8,
    icon: 'rect',
    itemWidth: 18,
    itemHeight: 11,
    itemGap: 16,
    itemStyle: { borderWidth: 1 },
    selectedMode: false,
    textStyle: { fontSize: FONT_SIZE, color: INK },
  };
}

function emptyChart({ width, height }: ChartSize): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<text x="${width / 2}" y="${height / 2}" text-anchor="middle" font-family="${CHART_FONT_FAMILY}" ` +
    `font-size="${FONT_SIZE}" fill="${INK}">无数据</text></svg>`
  );
}
