import type { ReactElement } from 'react';

import { fen, formatYuan, toCapitalYuan } from '#core/money.ts';

interface TotalProps {
  readonly label: string;
  /** In fen. */
  readonly amount: number;
}

/** A sum of money with 人民币大写 below it. */
export function Total({ label, amount }: TotalProps): ReactElement {
  return (
    <p className="rows-total">
      {`${label}：${formatYuan(fen(amount))} 元`}
      <span className="money-capitals">{toCapitalYuan(fen(amount))}</span>
    </p>
  );
}
