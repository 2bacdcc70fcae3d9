import type { BarSeriesOption } from 'echarts/charts';

import type { ChartFigure } from '../report-model.ts';
import { barStyle, FONT_SIZE, groupedNumber, INK, OUTLINE } from './chart-style.ts';
import type { BarStyle } from './chart-style.ts';

/** A stacked piece below this share of the longest bar has no room for its number; the table gives it. */
const LABELLED_SHARE = 0.06;
const HATCH_SPACING = [1.5, 5];

export function barSeries(figure: ChartFigure): BarSeriesOption[] {
  const bars = figure.series.map((series, index): BarSeriesOption => ({
    type: 'bar',
    name: series.name,
    data: figure.categories.map((_, at) => finite(series.values[at])),
    barMaxWidth: 36,
    barCategoryGap: '35%',
    silent: true,
    emphasis: { disabled: true },
    itemStyle: itemStyle(barStyle(index)),
    ...(figure.form === 'stacked' ? { stack: 'all' } : { barGap: '8%' }),
    label: figure.form === 'stacked' ? pieceLabel(figure, barStyle(index)) : barLabel(figure),
  }));
  return figure.form === 'stacked' && figure.series.length > 1 ? [...bars, totals(figure)] : bars;
}

function itemStyle(style: BarStyle): NonNullable<BarSeriesOption['itemStyle']> {
  const outlined = { color: style.fill, borderColor: OUTLINE, borderWidth: 0.8 };
  if (style.hatch === null) return outlined;
  return {
    ...outlined,
    decal: {
      symbol: 'rect',
      color: style.hatch.color,
      dashArrayX: [1, 0],
      dashArrayY: HATCH_SPACING,
      rotation: (style.hatch.degrees * Math.PI) / 180,
    },
  };
}

function barLabel(figure: ChartFigure): NonNullable<BarSeriesOption['label']> {
  return {
    show: true,
    position: 'outside',
    distance: 4,
    color: INK,
    fontSize: figure.series.length > 2 ? FONT_SIZE - 2 : FONT_SIZE - 1,
    formatter: ({ value }) =>
      typeof value === 'number' ? groupedNumber(value, figure.decimals) : '',
  };
}

function pieceLabel(figure: ChartFigure, style: BarStyle): NonNullable<BarSeriesOption['label']> {
  const smallest = Math.max(...stackTotals(figure)) * LABELLED_SHARE;
  return {
    show: true,
    position: 'inside',
    color: style.label,
    fontSize: FONT_SIZE - 1,
    // A halo keeps the number readable on a hatching.
    ...(style.hatch === null ? {} : { textBorderColor: style.fill, textBorderWidth: 3 }),
    formatter: ({ value }) =>
      typeof value === 'number' && Math.abs(value) >= smallest && value !== 0
        ? groupedNumber(value, figure.decimals)
        : '',
  };
}

/** An unseen piece of length zero at the end of each stack carries the sum. */
function totals(figure: ChartFigure): BarSeriesOption {
  const sums = stackTotals(figure);
  return {
    type: 'bar',
    stack: 'all',
    data: sums.map(() => 0),
    barMaxWidth: 36,
    silent: true,
    itemStyle: { color: 'transparent' },
    emphasis: { disabled: true },
    label: {
      show: true,
      position: figure.orientation === 'vertical' ? 'top' : 'right',
      distance: 4,
      color: INK,
      fontSize: FONT_SIZE - 1,
      formatter: ({ dataIndex }) => groupedNumber(sums[dataIndex] ?? 0, figure.decimals),
    },
  };
}

function stackTotals(figure: ChartFigure): number[] {
  return figure.categories.map((_, at) =>
    figure.series.reduce((total, series) => total + (finite(series.values[at]) ?? 0), 0),
  );
}

/** A missing or impossible value draws no bar, rather than a bar of some length. */
function finite(value: number | undefined): number | null {
  return value === undefined || !Number.isFinite(value) ? null : value;
}
