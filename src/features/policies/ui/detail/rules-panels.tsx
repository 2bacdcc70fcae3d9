import type { ReactElement } from 'react';

import { fen, formatYuanShort } from '#core/money.ts';
import { DataTable } from '#ui/data-table.tsx';
import type { DataColumn } from '#ui/data-table.tsx';
import { DescriptionCard } from '#ui/detail-page/description-card.tsx';
import type { DescriptionItem } from '#ui/detail-page/description-card.tsx';
import { Panel } from '#ui/panel.tsx';

import type { PolicyBody } from '../../rules/policy-body.ts';
import { AID_CLASSES } from '../../rules/policy-version.ts';
import type { Citation, ClassRule, PaperRule } from '../../rules/policy-version.ts';

interface RulesProps {
  readonly body: PolicyBody;
}

/** What a version says, in tables. */
export function RulesPanels({ body }: RulesProps): ReactElement {
  return (
    <>
      <Panel title="救助类别和标准">
        <DataTable
          label="救助类别和标准"
          columns={CLASS_COLUMNS}
          rows={AID_CLASSES.map((code) => body.classes[code])}
          rowKey={({ code }) => code}
        />
      </Panel>
      <DescriptionCard title="次数和限额" items={limitItems(body)} />
      <DescriptionCard title="建议金额（季度救助）" items={stepItems(body)} />
      <DescriptionCard title="办理期限和公示（工作日）" items={clockItems(body)} />
      <Panel title="申请材料">
        <DataTable
          label="申请材料"
          columns={PAPER_COLUMNS}
          rows={body.papers}
          rowKey={({ code }) => code}
        />
      </Panel>
      <Panel title="依据">
        <DataTable
          label="依据"
          columns={CITATION_COLUMNS}
          rows={citationRows(body)}
          rowKey={({ subject }) => subject}
        />
      </Panel>
    </>
  );
}

const CLASS_COLUMNS: readonly DataColumn<ClassRule>[] = [
  { key: 'code', title: '类别', width: 70, render: ({ code }) => code },
  { key: 'name', title: '情形', isCardTitle: true, render: ({ name }) => name },
  { key: 'type', title: '类型', width: 100, render: ({ aidType }) => aidType },
  {
    key: 'range',
    title: '每次标准（元）',
    width: 140,
    align: 'right',
    render: ({ minFen, maxFen }) =>
      minFen === maxFen ? yuan(maxFen) : `${yuan(minFen)}–${yuan(maxFen)}`,
  },
  {
    key: 'citation',
    title: '依据',
    isWideOnPhone: true,
    render: ({ citation }) => citationText(citation),
  },
];

const PAPER_COLUMNS: readonly DataColumn<PaperRule>[] = [
  { key: 'name', title: '材料', isCardTitle: true, render: ({ name }) => name },
  {
    key: 'classes',
    title: '适用类别',
    width: 240,
    render: ({ classes }) => (classes.length === 0 ? '全部' : classes.join('、')),
  },
  {
    key: 'required',
    title: '是否必交',
    width: 110,
    render: ({ isRequired }) => (isRequired ? '必交' : '需要时交'),
  },
];

interface CitationRow {
  readonly subject: string;
  readonly citation: Citation;
}

const CITATION_COLUMNS: readonly DataColumn<CitationRow>[] = [
  {
    key: 'subject',
    title: '规定事项',
    width: 200,
    isCardTitle: true,
    render: ({ subject }) => subject,
  },
  { key: 'document', title: '文件', render: ({ citation }) => citation.document },
  { key: 'clause', title: '条款', render: ({ citation }) => citation.clause },
];

function limitItems(body: PolicyBody): DescriptionItem[] {
  const { quarterly, personPerTime, householdYear, householdYearHard, goodsPerTime } = body;
  return [
    { label: '季度救助每人全年', value: quarterly.maxPerPersonYear, unit: '次' },
    { label: '两次季度救助至少相隔', value: quarterly.minQuarterDistance, unit: '个季度' },
    { label: '每人每次原则限额', value: yuan(personPerTime.limitFen), unit: '元' },
    { label: '每户全年原则限额', value: yuan(householdYear.limitFen), unit: '元' },
    { label: '每户全年最高限额', value: `${householdYearHard.months} 个月低保标准` },
    { label: '实物慰问每户每次', value: yuan(goodsPerTime.limitFen), unit: '元' },
  ];
}

function stepItems({ quarterly }: PolicyBody): DescriptionItem[] {
  if (quarterly.steps.length === 0) return [{ label: '档次', value: '不设建议金额' }];
  return quarterly.steps.map(({ belowPercent, amountFen }) => ({
    label: `人均月净收入低于低保标准的 ${belowPercent}%`,
    value: yuan(amountFen),
    unit: '元',
  }));
}

function clockItems({ clocks, districtReview, notice }: PolicyBody): DescriptionItem[] {
  const days = (label: string, value: number): DescriptionItem => ({ label, value, unit: '天' });
  return [
    days('基层审核', clocks.grassrootsDays),
    days('镇街（系统）审核', clocks.townDays),
    days('区级审核', districtReview.workingDays),
    days('紧急救助全程', clocks.emergencyDays),
    days('发放', clocks.paymentDays),
    days('补正材料', clocks.supplementDays),
    days('申请复核', clocks.reexaminationRequestDays),
    days('复核', clocks.reexaminationDays),
    days('基层公示', notice.grassrootsDays),
    days('区级公示', notice.districtDays),
    {
      label: '紧急救助公示',
      value: notice.isAfterPaymentForEmergency ? '先发放，后公示' : '先公示，后发放',
    },
  ];
}

function citationRows(body: PolicyBody): CitationRow[] {
  return [
    { subject: '救助对象', citation: body.membership },
    { subject: '证明材料', citation: body.evidence },
    { subject: '季度救助次数和间隔', citation: body.quarterly.citation },
    { subject: '紧急救助一事一助', citation: body.emergency.onePaymentPerEvent },
    { subject: '每人每次原则限额', citation: body.personPerTime.citation },
    { subject: '每户全年原则限额', citation: body.householdYear.citation },
    { subject: '每户全年最高限额', citation: body.householdYearHard.citation },
    { subject: '实物慰问限额', citation: body.goodsPerTime.citation },
    { subject: '区级审核期限', citation: body.districtReview.citation },
    { subject: '办理期限', citation: body.clocks.citation },
    { subject: '公示', citation: body.notice.citation },
    { subject: '先审批后发放', citation: body.paymentAfterApproval },
    { subject: '身份核实', citation: body.identityNumber },
    { subject: '资金来源', citation: body.fundSource },
  ];
}

function citationText({ document, clause }: Citation): string {
  return `${document}${clause}`;
}

function yuan(amountFen: number): string {
  return formatYuanShort(fen(amountFen));
}
