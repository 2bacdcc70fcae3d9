import { Button } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import { callRoute } from '#ui/call-route.ts';
import { ReasonDialog } from '#ui/form/reason-dialog.tsx';
import { Panel } from '#ui/panel.tsx';
import { useMay, useOwnAccountId } from '#ui/rights.ts';

import { APPLICATION_ROUTES } from '../../contract.ts';
import type { ApplicationDetail } from '../../rules/application-views.ts';
import { useTakeApplication } from '../application-queries.ts';

/** 回避: relatives of the applicant act in no tier. */
export function RecusalsPanel({
  application,
}: {
  readonly application: ApplicationDetail;
}): ReactElement {
  const { id, recusals } = application;
  const [isAsking, setAsking] = useState(false);
  const takeApplication = useTakeApplication();
  const accountId = useOwnAccountId();
  const isRecused = recusals.some((one) => one.accountId === accountId);
  const mayRecuse = useMay()('applications.recuse' satisfies Permission) && !isRecused;
  return (
    <Panel title="回避">
      <RecusalList recusals={recusals} />
      {mayRecuse ? (
        <Button className="panel-action" onClick={() => setAsking(true)}>
          本人回避
        </Button>
      ) : null}
      <ReasonDialog
        title="本人回避"
        label="回避理由"
        placeholder="例如：申请人是本人的兄弟"
        confirmText="登记回避"
        isOpen={isAsking}
        onConfirm={async (reason) => {
          const body = { reason };
          takeApplication(await callRoute(APPLICATION_ROUTES.recuse, { params: { id }, body }));
        }}
        onCancel={() => setAsking(false)}
      >
        <p>登记后，您不能再办理本申请，由其他人办理。</p>
      </ReasonDialog>
    </Panel>
  );
}

function RecusalList({ recusals }: Pick<ApplicationDetail, 'recusals'>): ReactElement {
  if (recusals.length === 0) {
    return <p className="is-absent">没有人回避。是申请人亲属的，应当回避，不得办理本申请。</p>;
  }
  return (
    <ul className="reason-list">
      {recusals.map((one) => (
        <li key={one.accountId}>{`${one.name}：${one.reason}`}</li>
      ))}
    </ul>
  );
}
