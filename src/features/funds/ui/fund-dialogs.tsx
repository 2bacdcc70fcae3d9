import { Input, InputNumber, Select } from 'antd';
import type { ReactElement } from 'react';
import { z } from 'zod';

import { TIER_NAMES } from '#features/households/rules/word-names.ts';
import { TIERS } from '#features/households/rules/words.ts';
import { AID_TYPES } from '#features/policies/rules/policy-version.ts';
import { callRoute } from '#ui/call-route.ts';
import { chinaToday } from '#ui/china-today.ts';
import { DateInput } from '#ui/form/date-input.tsx';
import { Field } from '#ui/form/field.tsx';
import { FormDialog } from '#ui/form/form-dialog.tsx';
import { MoneyInput } from '#ui/form/money-input.tsx';

import { FUND_ROUTES } from '../contract.ts';
import { ENTRY_KIND_NAMES, SOURCE_KIND_NAMES } from '../messages.ts';
import { NewAdjustment, NewEntry, NewSource, PLAIN_ENTRY_KINDS } from '../rules/fund-inputs.ts';
import { FundPlan } from '../rules/fund-inputs.ts';
import type { FundYearDetail } from '../rules/fund-views.ts';
import { SOURCE_KINDS } from '../rules/fund-words.ts';
import { moneyText } from './figures.ts';
import { useFundsChanged } from './fund-queries.ts';

export interface FundDialogProps {
  readonly view: FundYearDetail;
  readonly onClose: () => void;
}

const KIND_OPTIONS = SOURCE_KINDS.map((value) => ({ value, label: SOURCE_KIND_NAMES[value] }));
const TIER_OPTIONS = TIERS.map((value) => ({ value, label: TIER_NAMES[value] }));
const TYPE_OPTIONS = AID_TYPES.map((value) => ({ value, label: value }));
const ENTRY_OPTIONS = PLAIN_ENTRY_KINDS.map((value) => ({
  value,
  label: ENTRY_KIND_NAMES[value],
}));

export function SourceDialog({ view, onClose }: FundDialogProps): ReactElement {
  return (
    <FormDialog
      title="登记资金来源"
      lead="财政资金、工会经费等不同来源分别记账，不能互相调剂、抵销。"
      isOpen
      onClose={onClose}
      schema={NewSource}
      initialValues={{ fileTiers: [], aidTypes: [] }}
      onSubmit={(body, { idempotencyKey }) =>
        callRoute(FUND_ROUTES.addSource, { params: { id: view.id }, body, idempotencyKey })
      }
      onDone={useFundsChanged()}
      submitText="登记"
    >
      <Field name="kind" label="资金性质">
        <Select className="query-select" options={KIND_OPTIONS} />
      </Field>
      <Field name="name" label="来源名称" hint="例如：工会经费">
        <Input maxLength={60} />
      </Field>
      <Field name="fileTiers" label="限用于档案层级" hint="不选即不限" isWide>
        <Select mode="multiple" options={TIER_OPTIONS} placeholder="不限" />
      </Field>
      <Field name="aidTypes" label="限用于救助类型" hint="不选即不限" isWide>
        <Select mode="multiple" options={TYPE_OPTIONS} placeholder="不限" />
      </Field>
    </FormDialog>
  );
}

export function EntryDialog({ view, onClose }: FundDialogProps): ReactElement {
  return (
    <FormDialog
      title="登记预算、到位"
      lead="登记后不能修改或删除；有误的由另一人冲正后重新登记。"
      isOpen
      onClose={onClose}
      schema={NewEntry}
      initialValues={{ kind: 'initial', happenedOn: chinaToday() }}
      onSubmit={(body, { idempotencyKey }) =>
        callRoute(FUND_ROUTES.recordEntry, { body, idempotencyKey })
      }
      onDone={useFundsChanged()}
      submitText="登记"
    >
      <Field name="kind" label="事项">
        <Select className="query-select" options={ENTRY_OPTIONS} />
      </Field>
      <SourceField view={view} name="sourceId" label="资金来源" />
      <Field name="amountFen" label="金额">
        <MoneyInput />
      </Field>
      <PaperFields />
    </FormDialog>
  );
}

/** The page asks for one source and a direction; an adjustment of several is proposed one by one. */
const AdjustmentForm = z
  .object({
    sourceId: z.int(),
    direction: z.enum(['up', 'down']),
    amountFen: z.int().min(1),
    happenedOn: NewAdjustment.shape.happenedOn,
    document: NewAdjustment.shape.document,
    reason: NewAdjustment.shape.reason,
  })
  .transform(({ sourceId, direction, amountFen, ...facts }) => ({
    ...facts,
    lines: [{ sourceId, amountFen: direction === 'up' ? amountFen : -amountFen }],
  }));

export function AdjustmentDialog({ view, onClose }: FundDialogProps): ReactElement {
  return (
    <FormDialog
      title="提出预算调整"
      lead="提出后由另一人审批，批准后才生效。"
      isOpen
      onClose={onClose}
      schema={AdjustmentForm}
      initialValues={{ direction: 'down', happenedOn: chinaToday() }}
      onSubmit={(body, { idempotencyKey }) =>
        callRoute(FUND_ROUTES.propose, { params: { id: view.id }, body, idempotencyKey })
      }
      onDone={useFundsChanged()}
      submitText="提出"
    >
      <SourceField view={view} name="sourceId" label="资金来源" />
      <Field name="direction" label="调整方向">
        <Select className="query-select" options={DIRECTIONS} />
      </Field>
      <Field name="amountFen" label="金额">
        <MoneyInput />
      </Field>
      <Field name="happenedOn" label="调整日期">
        <DateInput latest={chinaToday()} />
      </Field>
      <Field name="document" label="文号" isWide>
        <Input maxLength={100} />
      </Field>
      <Field name="reason" label="调整理由" isWide>
        <Input.TextArea rows={3} maxLength={500} />
      </Field>
    </FormDialog>
  );
}

const DIRECTIONS = [
  { value: 'up', label: '调增' },
  { value: 'down', label: '调减' },
];

const MONTHS = Array.from({ length: 12 }, (_, month) => month);

/** Percentages of twelve months, or all blank for an even plan. */
const PlanForm = z
  .object({
    version: FundPlan.shape.version,
    shares: z.array(z.number().min(0).max(100).nullish()).length(12),
    nextYearFen: z.int().min(0).nullish(),
    nextYearNote: z.string().max(500).nullish(),
  })
  .transform(({ version, shares, nextYearFen, nextYearNote }) => ({
    version,
    monthlyPlan: shares.every((share) => typeof share !== 'number')
      ? null
      : shares.map((share) => Math.round((share ?? 0) * 100)),
    nextYearFen: nextYearFen ?? null,
    nextYearNote: nextYearNote ?? null,
  }));

export function PlanDialog({ view, onClose }: FundDialogProps): ReactElement {
  return (
    <FormDialog
      title="计划和下年预算"
      lead="十二个月的比例之和应为100%；全部留空即按月平均。进度灯以此为准。"
      isOpen
      onClose={onClose}
      schema={PlanForm}
      initialValues={{
        version: view.version,
        shares: MONTHS.map((month) => {
          const share = view.monthlyPlan?.[month];
          return share === undefined ? null : share / 100;
        }),
        nextYearFen: view.nextYearFen,
        nextYearNote: view.nextYearNote,
      }}
      onSubmit={(body, { idempotencyKey }) =>
        callRoute(FUND_ROUTES.planYear, { params: { id: view.id }, body, idempotencyKey })
      }
      onDone={useFundsChanged()}
      submitText="保存"
    >
      {MONTHS.map((month) => (
        <Field key={month} name={['shares', month]} label={`${month + 1}月`} unit="%">
          <InputNumber min={0} max={100} precision={2} />
        </Field>
      ))}
      <Field name="nextYearFen" label={`${view.year + 1}年度预算需求`}>
        <MoneyInput />
      </Field>
      <Field name="nextYearNote" label="说明" isWide>
        <Input.TextArea rows={2} maxLength={500} />
      </Field>
    </FormDialog>
  );
}

interface SourceFieldProps {
  readonly view: FundYearDetail;
  readonly name: string;
  readonly label: string;
}

export function SourceField({ view, name, label }: SourceFieldProps): ReactElement {
  return (
    <Field name={name} label={label}>
      <Select<number>
        className="query-select"
        options={view.sources.map((source) => ({
          value: source.id,
          label: `${source.name}（可用${moneyText(source.availableFen)}元）`,
        }))}
      />
    </Field>
  );
}

export function PaperFields(): ReactElement {
  return (
    <>
      <Field name="happenedOn" label="日期">
        <DateInput latest={chinaToday()} />
      </Field>
      <Field name="document" label="文号或凭证号" isWide>
        <Input maxLength={100} />
      </Field>
      <Field name="note" label="说明" isWide>
        <Input maxLength={500} />
      </Field>
    </>
  );
}
