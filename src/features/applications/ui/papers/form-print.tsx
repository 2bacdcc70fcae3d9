import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import { routePath } from '#ui/call-route.ts';
import { useMay } from '#ui/rights.ts';

import type { ApplicationRow } from '../../rules/application-views.ts';
import { MAX_FORMS } from '../../rules/paper-inputs.ts';
import { APPLICATION_PAPER_ROUTES as ROUTES } from '../../rules/paper-routes.ts';
import type { ApplicationState } from '../../rules/states.ts';

function formsUrl(ids: readonly number[]): string {
  return routePath(ROUTES.forms.path, {}, { ids: ids.join(',') });
}

interface FormsPrintProps {
  /** Chosen in the list. */
  readonly ids: readonly number[];
}

/** 批量打印审批表: opens beside the list as one PDF, a page each. */
export function FormsPrint({ ids }: FormsPrintProps): ReactElement {
  const isTooMany = ids.length > MAX_FORMS;
  const why = ids.length === 0 ? '请先在列表中选择申请' : `一次最多打印${MAX_FORMS}份，请少选一些`;
  if (ids.length === 0 || isTooMany) {
    return (
      <Button icon={<PrinterOutlined aria-hidden />} disabled title={why}>
        {isTooMany ? `打印审批表（超过${MAX_FORMS}份）` : '打印审批表'}
      </Button>
    );
  }
  return (
    <Button icon={<PrinterOutlined aria-hidden />} href={formsUrl(ids)} target="_blank">
      {`打印审批表（${ids.length}）`}
    </Button>
  );
}

const REFUSED: ReadonlySet<ApplicationState> = new Set<ApplicationState>([
  'refused',
  'reexamination',
]);

/** The papers of one application, each opened beside the page. */
export function PaperButtons({
  application: { id, state },
}: {
  readonly application: Pick<ApplicationRow, 'id' | 'state'>;
}): ReactElement | null {
  if (!useMay()('applications.print' satisfies Permission) || state === 'draft') return null;
  return (
    <>
      {REFUSED.has(state) ? (
        <Button href={routePath(ROUTES.refusalLetter.path, { id })} target="_blank">
          打印告知书
        </Button>
      ) : null}
      <Button icon={<PrinterOutlined aria-hidden />} href={formsUrl([id])} target="_blank">
        打印审批表
      </Button>
    </>
  );
}
