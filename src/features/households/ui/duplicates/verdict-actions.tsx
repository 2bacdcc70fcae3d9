import { Button } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { ReasonDialog } from '#ui/form/reason-dialog.tsx';

import { DUPLICATE_ROUTES } from '../../rules/duplicate-routes.ts';
import type { DuplicateDetail, Verdict } from '../../rules/duplicate-views.ts';
import { useTakeDuplicate } from './duplicate-queries.ts';

const VERDICT_TITLES: Readonly<Record<Verdict, string>> = {
  same: '认定为同一人',
  different: '认定为不同人',
};
const VERDICT_NOTES: Readonly<Record<Verdict, string>> = {
  same: '只作认定，不改动档案；认定后请到档案页面办理并户。',
  different: '认定后不再提示这一对，直到任一方的资料变化。',
};

/** Each verdict in its dialog, with its reason. */
export function VerdictActions({ pair }: { readonly pair: DuplicateDetail }): ReactElement {
  const [verdict, setVerdict] = useState<Verdict>();
  const takeDuplicate = useTakeDuplicate();
  return (
    <>
      {pair.verdict === 'same' ? null : (
        <Button type="primary" onClick={() => setVerdict('same')}>
          是同一人
        </Button>
      )}
      {pair.verdict === 'different' ? null : (
        <Button onClick={() => setVerdict('different')}>不是同一人</Button>
      )}
      {verdict === undefined ? null : (
        <ReasonDialog
          title={VERDICT_TITLES[verdict]}
          isOpen
          label="认定依据"
          placeholder="例如：已电话核实，系同一人两处申请"
          onConfirm={async (reason) => {
            const body = { verdict, reason, factsDigest: pair.factsDigest };
            takeDuplicate(
              await callRoute(DUPLICATE_ROUTES.judge, { params: { id: pair.id }, body }),
            );
          }}
          onCancel={() => setVerdict(undefined)}
        >
          <p>{VERDICT_NOTES[verdict]}</p>
        </ReasonDialog>
      )}
    </>
  );
}
