import { getRouteApi } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { PageTitle } from '#ui/page-title.tsx';
import { WayBack } from '#ui/way-back.tsx';

import { RecordDetail } from './record-detail.tsx';

const route = getRouteApi('/evaluation/ledger/$application');

/** One application of the aid ledger. */
export function LedgerRecordPage(): ReactElement {
  const { application } = route.useParams();
  return (
    <>
      <PageTitle
        title={`申请${application}`}
        before={<WayBack label="返回" home="/evaluation/violations" />}
      />
      <div className="panel narrow-panel">
        <RecordDetail reference={application} />
      </div>
    </>
  );
}
