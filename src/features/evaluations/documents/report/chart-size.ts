import type { ChartSize } from './charts/render-chart-svg.ts';
import type { ChartFigure } from './report-model.ts';

/** The text block of A4 in pixels of 0.75 pt: type of 12 px prints at 9 pt. */
const FULL_WIDTH = 590;

/** Full text width; lying bars take the height that their number asks for. */
export function chartSize(figure: ChartFigure): ChartSize {
  if (figure.orientation === 'vertical') return { width: FULL_WIDTH, height: 280 };
  const bars = figure.form === 'grouped' ? Math.max(1, figure.series.length) : 1;
  const height = 80 + figure.categories.length * (14 + 16 * bars);
  return { width: FULL_WIDTH, height: Math.min(height, 820) };
}
