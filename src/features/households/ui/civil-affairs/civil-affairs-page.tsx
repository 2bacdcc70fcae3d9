import { ImportOutlined } from '@ant-design/icons';
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import type { Permission } from '#features/accounts/rules/permissions.ts';
import { downloadFile } from '#ui/download-file.ts';
import type { ListColumn } from '#ui/list-page/list-columns.ts';
import { ListPage } from '#ui/list-page/list-page.tsx';
import { useMay } from '#ui/rights.ts';
import { StatusBadge } from '#ui/status-badge.tsx';

import { CIVIL_AFFAIRS_ROUTES, CivilAffairsFilter } from '../../rules/civil-affairs-routes.ts';
import type { CivilAffairsRow } from '../../rules/civil-affairs-routes.ts';
import {
  CIVIL_AFFAIRS_ANSWER_NAMES,
  CIVIL_AFFAIRS_KIND_NAMES,
} from '../../rules/civil-affairs-words.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import { CIVIL_AFFAIRS_FIELDS, useCivilAffairs } from './civil-affairs-queries.ts';

const route = getRouteApi('/civil-affairs');

/** 低保名册: people whom civil affairs know to be in need, whether they have a file or not. */
export function CivilAffairsPage(): ReactElement {
  const search = route.useSearch();
  const navigate = useNavigate();
  const pages = useCivilAffairs(search);
  const may = useMay();
  const [asked, setAsked] = useState<CivilAffairsRow>();
  const mayAnswer = may('civil_affairs.answer' satisfies Permission);
  const mayExport = may('civil_affairs.export' satisfies Permission);
  const exportList = ({ reason }: { readonly reason: string }): Promise<void> =>
    downloadFile(CIVIL_AFFAIRS_ROUTES.export, {
      body: { filter: CivilAffairsFilter.parse(search), reason },
      fallbackName: '低保名册.xlsx',
    });
  return (
    <>
      <ListPage<CivilAffairsRow>
        listKey="civil-affairs"
        title="低保名册"
        description="民政部门名单上的人员，按是否建档列出；写明所属工会、还没有建档的，由工会联系。"
        fields={CIVIL_AFFAIRS_FIELDS}
        columns={COLUMNS}
        rowKey={({ id }) => String(id)}
        {...(mayAnswer ? { rowActions: askAction(setAsked) } : {})}
        search={search}
        onSearchChange={(next) => void navigate({ to: '/civil-affairs', search: next })}
        pages={pages}
        actions={<ImportButton />}
        onExport={mayExport ? exportList : undefined}
        emptyText="您的管辖范围内没有名册人员"
      />
      {asked === undefined ? null : (
        <AnswerDialog entry={asked} onClose={() => setAsked(undefined)} />
      )}
    </>
  );
}

function askAction(onAsk: (entry: CivilAffairsRow) => void): RowActions {
  return {
    width: 76,
    render: (entry) => <AskButton entry={entry} onAsk={onAsk} />,
  };
}

interface RowActions {
  readonly width: number;
  readonly render: (entry: CivilAffairsRow) => ReactElement;
}

interface AskButtonProps {
  readonly entry: CivilAffairsRow;
  readonly onAsk: (entry: CivilAffairsRow) => void;
}

/** Who has a file, or no union to ask them, is not asked. */
function AskButton({ entry, onAsk }: AskButtonProps): ReactElement | null {
  if (entry.answer === null || entry.answer === 'opened') return null;
  return (
    <Button type="link" size="small" onClick={() => onAsk(entry)}>
      登记<span className="visually-hidden">{entry.name}的联系情况</span>
    </Button>
  );
}

function ImportButton(): ReactElement | null {
  const may = useMay();
  const navigate = useNavigate();
  if (!may('civil_affairs.import' satisfies Permission)) return null;
  return (
    <Button
      icon={<ImportOutlined aria-hidden />}
      onClick={() => void navigate({ to: '/civil-affairs/import' })}
    >
      导入名册
    </Button>
  );
}

const TONES = { waiting: 'warn', approached: 'info', declined: 'plain', opened: 'good' } as const;

function AnswerBadge({ answer }: Pick<CivilAffairsRow, 'answer'>): ReactElement {
  if (answer === null) return <StatusBadge tone="plain">未写明工会</StatusBadge>;
  return <StatusBadge tone={TONES[answer]}>{CIVIL_AFFAIRS_ANSWER_NAMES[answer]}</StatusBadge>;
}

function FileLink({ entry }: { readonly entry: CivilAffairsRow }): ReactElement | null {
  const { householdId, fileNumber } = entry;
  if (householdId === null) return null;
  return (
    <Link to="/households/$id" params={{ id: String(householdId) }}>
      {fileNumber}
    </Link>
  );
}

const COLUMNS: readonly ListColumn<CivilAffairsRow>[] = [
  {
    key: 'name',
    title: '姓名',
    width: 100,
    isCardTitle: true,
    isAlwaysShown: true,
    render: ({ name }) => name,
  },
  {
    key: 'identityNumber',
    title: '身份证号',
    width: 180,
    render: ({ identityNumber }) => identityNumber,
  },
  { key: 'kind', title: '类别', width: 90, render: ({ kind }) => CIVIL_AFFAIRS_KIND_NAMES[kind] },
  {
    key: 'answer',
    title: '联系情况',
    width: 110,
    render: ({ answer }) => <AnswerBadge answer={answer} />,
  },
  {
    key: 'fileNumber',
    title: '档案编号',
    width: 200,
    render: (entry) => <FileLink entry={entry} />,
  },
  { key: 'unionName', title: '所属工会', width: 180, render: ({ unionName }) => unionName },
  { key: 'listName', title: '名册', width: 200, render: ({ listName }) => listName },
  { key: 'listOn', title: '名册日期', width: 110, render: ({ listOn }) => listOn },
  {
    key: 'answerReason',
    title: '联系记录',
    width: 220,
    isHiddenAtFirst: true,
    render: ({ answerReason }) => answerReason,
  },
];
