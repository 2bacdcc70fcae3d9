import type { ReactElement } from 'react';

import { fen, formatYuan } from '#core/money.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import type { Tone } from '#ui/status-badge.tsx';

import { findHouseholdText } from '../messages.ts';
import type { ClassView } from '../rules/household-views.ts';
import { HARDSHIP_CLASS_NAMES } from '../rules/word-names.ts';
import type { HardshipClass } from '../rules/words.ts';

const TONES: Readonly<Record<HardshipClass, Tone>> = {
  deep: 'bad',
  relative: 'warn',
  accidental: 'info',
  none: 'plain',
  unknown: 'warn',
};

export function ClassBadge({ of }: { readonly of: HardshipClass }): ReactElement {
  return <StatusBadge tone={TONES[of]}>{HARDSHIP_CLASS_NAMES[of]}</StatusBadge>;
}

/** The class, its figures and every reason for it. */
export function ClassReasons({ of }: { readonly of: ClassView }): ReactElement {
  const { hardshipClass, reasons, incomeFen, spendingFen, netMonthlyFen, minimumLivingFen } = of;
  return (
    <div className="class-reasons">
      <p className="class-outcome">
        困难类别：
        <ClassBadge of={hardshipClass} />
      </p>
      <dl className="class-figures">
        <Figure label="计入的家庭年收入" amount={incomeFen} />
        <Figure label="计入的刚性支出" amount={spendingFen} />
        <Figure label="月人均净收入" amount={netMonthlyFen} />
        <Figure label="当地低保标准（每月）" amount={minimumLivingFen} />
      </dl>
      <h3>理由</h3>
      <ul className="reason-list">
        {reasons.map((reason) => {
          const text = findHouseholdText(reason) ?? reason.code;
          return <li key={text}>{text}</li>;
        })}
      </ul>
    </div>
  );
}

interface FigureProps {
  readonly label: string;
  readonly amount: number | null;
}

function Figure({ label, amount }: FigureProps): ReactElement {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{amount === null ? '无法计算' : `${formatYuan(fen(amount))} 元`}</dd>
    </div>
  );
}
