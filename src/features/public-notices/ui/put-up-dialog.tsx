import { useNavigate } from '@tanstack/react-router';
import { Input, InputNumber, Select } from 'antd';
import type { ReactElement } from 'react';

import { fen, formatYuanShort } from '#core/money.ts';
import { callRoute } from '#ui/call-route.ts';
import { chinaToday } from '#ui/china-today.ts';
import { DateInput } from '#ui/form/date-input.tsx';
import { Field } from '#ui/form/field.tsx';
import { FormDialog } from '#ui/form/form-dialog.tsx';

import { PUBLIC_NOTICE_ROUTES } from '../contract.ts';
import { NOTICE_TIER_NAMES } from '../messages.ts';
import { MAX_NOTICE_DAYS, MIN_NOTICE_DAYS } from '../rules/notice-term.ts';
import { NewNotice } from '../rules/public-notice-inputs.ts';
import type { NoticeTier } from '../rules/public-notice-inputs.ts';
import type { Candidate } from '../rules/public-notice-views.ts';
import { useCandidates, useTakeNotice } from './notice-queries.ts';

interface PutUpDialogProps {
  readonly tier: NoticeTier;
  readonly onClose: () => void;
}

const DEFAULT_DAYS = 5;

/** 张贴公示: which cases, where, from when and how long. */
export function PutUpDialog({ tier, onClose }: PutUpDialogProps): ReactElement | null {
  const query = useCandidates(tier);
  const takeNotice = useTakeNotice();
  const navigate = useNavigate();
  if (query.data === undefined) return null;
  const { items } = query.data;
  const days = Math.max(DEFAULT_DAYS, ...items.map(({ requiredDays }) => requiredDays));
  return (
    <FormDialog
      title={`张贴${NOTICE_TIER_NAMES[tier]}`}
      lead={leadOf(items)}
      isOpen
      onClose={onClose}
      schema={NewNotice}
      initialValues={{
        tier,
        applicationIds: items.map(({ applicationId }) => applicationId),
        title: '关于拟救助困难职工的公示',
        startsOn: chinaToday(),
        workingDays: days,
      }}
      onSubmit={(body, { idempotencyKey }) =>
        callRoute(PUBLIC_NOTICE_ROUTES.putUp, { body, idempotencyKey })
      }
      onDone={(notice) => {
        takeNotice(notice);
        void navigate({ to: '/notice-board/$id', params: { id: String(notice.id) } });
      }}
      submitText="张贴"
    >
      <CasesField items={items} />
      <SheetFields />
    </FormDialog>
  );
}

function SheetFields(): ReactElement {
  return (
    <>
      <Field name="title" label="公示标题" isWide>
        <Input maxLength={100} />
      </Field>
      <Field name="place" label="张贴地点" isWide hint="例如：公司大门公告栏">
        <Input maxLength={200} />
      </Field>
      <Field name="startsOn" label="张贴日期" hint="张贴当日不计入公示期">
        <DateInput earliest={chinaToday()} />
      </Field>
      <Field name="workingDays" label="公示期" unit="个工作日">
        <InputNumber min={MIN_NOTICE_DAYS} max={MAX_NOTICE_DAYS} precision={0} />
      </Field>
      <Field name="contact" label="联系人">
        <Input maxLength={100} placeholder="部门和姓名" />
      </Field>
      <Field name="complaintPhone" label="监督电话" hint="单位电话，将公开张贴">
        <Input maxLength={40} />
      </Field>
      <Field name="link" label="网上公示网址" isWide hint="另在网站公示的，填写网址；可不填">
        <Input maxLength={500} />
      </Field>
    </>
  );
}

function CasesField({ items }: { readonly items: readonly Candidate[] }): ReactElement {
  return (
    <Field name="applicationIds" label="公示的申请" isWide>
      <Select<number[]>
        mode="multiple"
        placeholder="请选择"
        notFoundContent="没有等待公示的申请"
        maxTagCount={8}
        showSearch={{ optionFilterProp: 'label' }}
        options={items.map((item) => ({
          value: item.applicationId,
          label: `${item.applicantName} ${item.aidType} ${formatYuanShort(fen(item.amountFen))}元（${item.unionName}）`,
        }))}
      />
    </Field>
  );
}

function leadOf(items: readonly Candidate[]): string {
  return items.length === 0
    ? '目前没有等待公示的申请。'
    : `有 ${items.length} 份申请等待公示。张贴后名单不能改动，姓名自动隐去中间的字。`;
}
