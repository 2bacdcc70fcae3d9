import type { ReactElement } from 'react';

import { downloadFile } from '#ui/download-file.ts';
import type { ListSearch } from '#ui/list-page/list-search.ts';

import { MAX_LEDGER_ROWS, MAX_ROSTER_ROWS } from '../../rules/paper-inputs.ts';
import { APPLICATION_PAPER_ROUTES as ROUTES } from '../../rules/paper-routes.ts';
import { toListFilter } from '../application-search.ts';
import type { ListView } from '../application-search.ts';
import { PurposePrint } from './purpose-print.tsx';

interface ListPapersProps {
  readonly search: ListSearch;
  readonly view: ListView;
  readonly isEmpty: boolean;
}

/** 打印名册: what the list finds, as a PDF. */
export function RosterPrint({ search, view, isEmpty }: ListPapersProps): ReactElement {
  return (
    <PurposePrint
      label="打印名册"
      title="打印救助名册"
      placeholder="例如：一季度救助名册存档"
      isDisabled={isEmpty}
      onPrint={(reason) =>
        downloadFile(ROUTES.roster, {
          body: { filter: toListFilter(search, view), reason },
          fallbackName: '救助名册.pdf',
        })
      }
    >
      <p>{`按当前查询条件打印，最多${MAX_ROSTER_ROWS}份；更多的请导出台账（最多${MAX_LEDGER_ROWS}份）。`}</p>
    </PurposePrint>
  );
}

/** 台账 of what the list finds, as a workbook. */
export function exportLedger(search: ListSearch, view: ListView, reason: string): Promise<void> {
  return downloadFile(ROUTES.ledger, {
    body: { filter: toListFilter(search, view), reason },
    fallbackName: '救助台账.xlsx',
  });
}
