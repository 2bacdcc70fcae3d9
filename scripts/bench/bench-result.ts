/** One measured figure against its bar. A bar that is not met stands in the output as not met. */
export interface BenchResult {
  readonly name: string;
  readonly value: string;
  readonly bar: string;
  readonly met: boolean;
}

/** `12,345/s` */
export function toRate(perSecond: number): string {
  return `${Math.round(perSecond).toLocaleString('en-US')}/s`;
}

/** `× 41.3` */
export function toRatio(ratio: number): string {
  return `× ${ratio.toLocaleString('en-US', { maximumFractionDigits: 1 })}`;
}
