import { Input, InputNumber, Radio } from 'antd';
import type { ReactElement } from 'react';

import { yearOf } from '#core/plain-date.ts';
import { chinaToday } from '#ui/china-today.ts';
import { downloadFile } from '#ui/download-file.ts';
import { DateInput } from '#ui/form/date-input.tsx';
import { Field } from '#ui/form/field.tsx';
import { FormPage } from '#ui/form/form-page.tsx';
import { FormSection } from '#ui/form/form-section.tsx';

import { YEAR_RECORD_ROUTES } from '../contract.ts';
import { EXPORT_FRAMEWORK_NAMES } from '../messages.ts';
import { EXPORT_FRAMEWORKS, YearExport } from '../rules/year-export-inputs.ts';

const FUND_NAME = '困难职工帮扶资金（送温暖）';

/** 年度工作簿导出: the records of a year as the workbook that is evaluated. */
export function YearExportPage(): ReactElement {
  const today = chinaToday();
  const year = yearOf(today) - 1;
  return (
    <FormPage
      title="年度工作簿导出"
      description="把系统中的申请、审核、资金和政策转发记录导出为年度工作簿，用于绩效评价。文件含完整身份证号，请妥善保管。"
      schema={YearExport}
      initialValues={{
        year,
        cutoff: `${year}-12-31`,
        fundName: FUND_NAME,
        framework: 'records',
      }}
      onSubmit={(body) =>
        downloadFile(YEAR_RECORD_ROUTES.export, {
          body,
          fallbackName: `${body.year}年年度工作簿.xlsx`,
        })
      }
      submitText="导出"
      isGuarded={false}
    >
      <FormSection title="年度">
        <YearFields />
      </FormSection>
      <FormSection title="年度计划">
        <PlanFields />
      </FormSection>
      <FormSection title="用途">
        <PurposeFields />
      </FormSection>
    </FormPage>
  );
}

function YearFields(): ReactElement {
  return (
    <>
      <Field name="year" label="年度" unit="年">
        <InputNumber min={2010} max={2100} precision={0} />
      </Field>
      <Field name="cutoff" label="评价截止日" hint="各项数据统计到这一天，不能晚于今天">
        <DateInput latest={chinaToday()} />
      </Field>
      <Field name="fundName" label="项目名称" isWide>
        <Input maxLength={60} />
      </Field>
    </>
  );
}

function PlanFields(): ReactElement {
  return (
    <>
      <Field name="plannedRows" label="计划救助人次" hint="年初计划数，系统中没有记录">
        <InputNumber min={1} max={1_000_000} precision={0} />
      </Field>
      <Field name="plannedQuarterlyRows" label="其中：季度救助">
        <InputNumber min={0} max={1_000_000} precision={0} />
      </Field>
      <Field name="plannedEmergencyRows" label="其中：紧急救助">
        <InputNumber min={0} max={1_000_000} precision={0} />
      </Field>
    </>
  );
}

function PurposeFields(): ReactElement {
  return (
    <>
      <Field name="framework" label="评价方式" isWide>
        <Radio.Group
          options={EXPORT_FRAMEWORKS.map((value) => ({
            value,
            label: EXPORT_FRAMEWORK_NAMES[value],
          }))}
        />
      </Field>
      <Field name="reason" label="用途" isWide hint="记入审计日志">
        <Input maxLength={500} placeholder="例如：2025年度绩效评价" />
      </Field>
    </>
  );
}
