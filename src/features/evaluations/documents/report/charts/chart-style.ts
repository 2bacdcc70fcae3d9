export const CHART_FONT_FAMILY = 'Noto Sans SC';
export const FONT_SIZE = 12;
export const INK = '#262626';
export const RULE = '#8c8c8c';
export const FAINT_RULE = '#e3e3e3';

/** One look of bars; `label` is the colour of a number standing on it. */
export interface BarStyle {
  readonly fill: string;
  readonly label: string;
  readonly hatch: { readonly color: string; readonly degrees: 45 | -45 } | null;
}

const DARKEST = '#1f4e79';
export const OUTLINE = DARKEST;

/** Neighbours differ clearly in lightness, so that a black-and-white print still tells them apart. */
const TONES: readonly Omit<BarStyle, 'hatch'>[] = [
  { fill: DARKEST, label: '#ffffff' },
  { fill: '#b4c9de', label: INK },
  { fill: '#6f93b5', label: INK },
  { fill: '#e9eef4', label: INK },
];

/** Past the plain tones the same ones return with hatching, first one way and then the other. */
export function barStyle(index: number): BarStyle {
  const round = Math.floor(index / TONES.length) % 3;
  const tone = TONES[index % TONES.length] ?? { fill: DARKEST, label: '#ffffff' };
  if (round === 0) return { ...tone, hatch: null };
  const color = tone.fill === DARKEST ? '#ffffff' : '#44586b';
  return { ...tone, hatch: { color, degrees: round === 1 ? 45 : -45 } };
}

/** A number in digits with thousands separated, as the tables of the report print it. */
export function groupedNumber(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return '';
  const [whole = '', fraction] = value.toFixed(decimals).split('.');
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
