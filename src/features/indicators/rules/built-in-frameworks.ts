import { inputProcessElements, inputProcessRows } from './framework-23.ts';
import { decision2020Rows, decision2020Elements } from './framework-2020.ts';
import type { ElementRow, IndicatorRow } from './framework.ts';

/** A framework that ships with the product: dated data that users copy and change. */
export interface BuiltInFramework {
  readonly id: '23' | '2020';
  readonly version: string;
  readonly title: string;
  readonly rows: readonly IndicatorRow[];
  /** Elements with `answer: null` and no metric are decided by hand on the 要素 sheet. */
  readonly elements: readonly ElementRow[];
}

export const BUILT_IN_FRAMEWORKS: Readonly<Record<BuiltInFramework['id'], BuiltInFramework>> = {
  '23': {
    id: '23',
    version: 'input-process-output-benefit-23@2023.1',
    title: '投入、过程、产出、效益四类23项指标体系',
    rows: inputProcessRows,
    elements: inputProcessElements,
  },
  '2020': {
    id: '2020',
    version: 'decision-process-output-benefit-17@2020.1',
    title: '决策、过程、产出、效益四类17项指标体系',
    rows: decision2020Rows,
    elements: decision2020Elements,
  },
};

/** Used when the workbook brings no indicator sheet (`workbook.md`). */
export const DEFAULT_FRAMEWORK: BuiltInFramework = BUILT_IN_FRAMEWORKS['23'];
