import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';

import { TableFrame } from '#ui/table-frame.tsx';

import type {
  ComparedField,
  ComparedPerson,
  DuplicateDetail,
} from '../../rules/duplicate-views.ts';
import { HOUSEHOLD_STATE_NAMES, RELATION_NAMES, SEX_NAMES } from '../../rules/word-names.ts';

interface Line {
  readonly label: string;
  /** Marked when it differs; absent for what is not compared. */
  readonly field?: ComparedField;
  readonly show: (person: ComparedPerson) => ReactNode;
}

const LINES: readonly Line[] = [
  { label: '姓名', field: 'name', show: ({ name }) => name },
  { label: '证件号码', field: 'identityNumber', show: ({ identityNumber }) => identityNumber },
  { label: '性别', field: 'sex', show: ({ sex }) => (sex === null ? null : SEX_NAMES[sex]) },
  { label: '出生日期', field: 'bornOn', show: ({ bornOn }) => bornOn },
  { label: '手机号码', field: 'phone', show: ({ phone }) => phone },
  { label: '银行卡号', field: 'cardNumber', show: ({ cardNumber }) => cardNumber },
  { label: '住址', field: 'address', show: ({ address }) => address },
  { label: '工作单位或学校', field: 'employer', show: ({ employer }) => employer },
  {
    label: '同户其他成员',
    field: 'otherMembers',
    show: ({ otherMembers }) => (otherMembers.length === 0 ? null : otherMembers.join('、')),
  },
  { label: '与户主关系', show: ({ relation }) => RELATION_NAMES[relation] },
  { label: '所属工会', show: ({ unionName }) => unionName },
  {
    label: '档案编号',
    show: ({ householdId, fileNumber }) => (
      <Link to="/households/$id" params={{ id: String(householdId) }}>
        {fileNumber}
      </Link>
    ),
  },
  { label: '档案状态', show: ({ householdState }) => HOUSEHOLD_STATE_NAMES[householdState] },
  { label: '建档日期', show: ({ openedOn }) => openedOn },
];

/** One line a fact, the two people beside each other; differing cells are marked, also in words. */
export function ComparedTable({ pair }: { readonly pair: DuplicateDetail }): ReactElement {
  const { first, second, differing } = pair;
  return (
    <TableFrame label="并排比对">
      <table className="plain-table compared-table">
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col">甲方</th>
            <th scope="col">乙方</th>
            <th scope="col">比对</th>
          </tr>
        </thead>
        <tbody>
          {LINES.map(({ label, field, show }) => {
            const isDifferent = field !== undefined && differing.includes(field);
            return (
              <tr key={label} className={isDifferent ? 'is-marked' : ''}>
                <th scope="row">{label}</th>
                <td>{show(first) ?? <span className="is-absent">未登记</span>}</td>
                <td>{show(second) ?? <span className="is-absent">未登记</span>}</td>
                <td>{toOutcome(field, isDifferent)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableFrame>
  );
}

function toOutcome(field: ComparedField | undefined, isDifferent: boolean): string {
  if (field === undefined) return '—';
  return isDifferent ? '不同' : '一致';
}
