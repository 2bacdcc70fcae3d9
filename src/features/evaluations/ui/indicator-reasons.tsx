import type { ReactElement } from 'react';

import { StatusBadge } from '#ui/status-badge.tsx';
import type { Tone } from '#ui/status-badge.tsx';

import type { Indicator } from '../rules/evaluation.ts';
import { points } from './figures.ts';

type Element = NonNullable<Indicator['elements']>[number];

const ANSWER_TONES: Readonly<Record<Element['satisfied'], Tone>> = {
  是: 'good',
  部分: 'warn',
  否: 'bad',
};

/** Why an indicator has its score: reasons, elements with their answers, reviews and evidence. */
export function IndicatorReasons({ indicator }: { readonly indicator: Indicator }): ReactElement {
  const { reasons, elements = [], reviews = [], evidence } = indicator;
  return (
    <div className="reasons">
      <TextList title="计分理由" items={reasons} />
      {elements.length === 0 ? null : (
        <>
          <h3>评价要素</h3>
          <ul className="elements">
            {elements.map((element) => (
              <ElementLine key={element.element} element={element} />
            ))}
          </ul>
        </>
      )}
      <TextList
        title="评审意见"
        items={reviews.map(
          ({ reviewer, score, reason }) =>
            `${reviewer}：${score}分${reason === null ? '' : `，${reason}`}`,
        )}
      />
      <TextList title="佐证" items={evidence} />
    </div>
  );
}

function ElementLine({ element }: { readonly element: Element }): ReactElement {
  return (
    <li>
      <StatusBadge tone={ANSWER_TONES[element.satisfied]}>{element.satisfied}</StatusBadge>
      <div>
        <div>
          {element.element}
          <span className="element-points">{`占${element.sharePercent}%，得${points(element.points)}分`}</span>
        </div>
        <div className="element-reason">{element.reason}</div>
        {element.evidence === undefined ? null : (
          <div className="element-reason">{`佐证：${element.evidence}`}</div>
        )}
      </div>
    </li>
  );
}

interface TextListProps {
  readonly title: string;
  readonly items: readonly string[];
}

function TextList({ title, items }: TextListProps): ReactElement | null {
  if (items.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="text-list">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </>
  );
}
