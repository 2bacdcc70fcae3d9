import type { XAXisComponentOption, YAXisComponentOption } from 'echarts';

import type { ChartFigure } from '../report-model.ts';
import { FAINT_RULE, FONT_SIZE, groupedNumber, INK, RULE } from './chart-style.ts';

type CategoryAxis = Extract<XAXisComponentOption, { type?: 'category' }> &
  Extract<YAXisComponentOption, { type?: 'category' }>;
type ValueAxis = Extract<XAXisComponentOption, { type?: 'value' }> &
  Extract<YAXisComponentOption, { type?: 'value' }>;

/** Room for category names beside horizontal bars: eleven characters before they wrap. */
const NAME_WIDTH = 11 * FONT_SIZE;

export function categoryAxis(figure: ChartFigure, width: number): CategoryAxis {
  const upright = figure.orientation === 'vertical';
  const share = (width - 80) / figure.categories.length;
  // Narrower than three characters, names would stand as towers of single characters.
  const slanted = upright && share < 3 * FONT_SIZE;
  return {
    type: 'category',
    data: [...figure.categories],
    // The first category stands on top, as in the table.
    inverse: !upright,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: RULE } },
    axisLabel: {
      interval: 0,
      color: INK,
      fontSize: FONT_SIZE,
      lineHeight: FONT_SIZE + 3,
      ...(slanted
        ? { rotate: 45 }
        : { width: upright ? share - 6 : NAME_WIDTH, overflow: 'break' }),
    },
  };
}

export function valueAxis(figure: ChartFigure): ValueAxis {
  const upright = figure.orientation === 'vertical';
  return {
    type: 'value',
    name: figure.axisTitle,
    nameLocation: upright ? 'end' : 'middle',
    nameGap: upright ? 14 : 26,
    nameTextStyle: { color: INK, fontSize: FONT_SIZE, align: upright ? 'left' : 'center' },
    axisLabel: { color: INK, fontSize: FONT_SIZE, formatter: axisNumber },
    splitLine: { lineStyle: { color: FAINT_RULE } },
    splitNumber: 5,
  };
}

/** Ticks keep the decimals they need and no more. */
function axisNumber(value: number): string {
  const decimals = Number.isInteger(value) ? 0 : Math.min(4, `${value}`.split('.')[1]?.length ?? 0);
  return groupedNumber(value, decimals);
}
