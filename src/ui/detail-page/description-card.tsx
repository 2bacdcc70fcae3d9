import type { ReactElement, ReactNode } from 'react';

import { Panel } from '../panel.tsx';
import { SecretValue } from './secret-value.tsx';
import type { Reveal } from './secret-value.tsx';

interface PlainItem {
  readonly label: string;
  /** 未填写 stands for undefined, null and an empty text. */
  readonly value: ReactNode;
  readonly unit?: string;
  /** Takes the whole width of the card. */
  readonly isWide?: boolean;
  readonly isSecret?: false;
}

interface SecretItem {
  readonly label: string;
  /** As it may be seen by anyone who may see the page. */
  readonly value: string;
  readonly isWide?: boolean;
  readonly isSecret: true;
  /** Fetches the value in the clear; absent for those who may not see it. */
  readonly onReveal?: Reveal | undefined;
}

export type DescriptionItem = PlainItem | SecretItem;

export interface DescriptionCardProps {
  readonly title: string;
  readonly extra?: ReactNode;
  readonly items: readonly DescriptionItem[];
}

/** Names and values of one thing. */
export function DescriptionCard({ title, extra, items }: DescriptionCardProps): ReactElement {
  return (
    <Panel title={title} extra={extra} className="description-card">
      <dl className="descriptions">
        {items.map((item) => (
          <div key={item.label} className={item.isWide === true ? 'is-wide' : ''}>
            <dt>{item.label}</dt>
            <dd>
              <ItemValue item={item} />
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function ItemValue({ item }: { readonly item: DescriptionItem }): ReactElement {
  if (item.isSecret === true) {
    return <SecretValue label={item.label} masked={item.value} onReveal={item.onReveal} />;
  }
  const { value, unit } = item;
  if (value === undefined || value === null || value === '') {
    return <span className="is-absent">未填写</span>;
  }
  return (
    <>
      {value}
      {unit === undefined ? null : <span className="description-unit">{unit}</span>}
    </>
  );
}
