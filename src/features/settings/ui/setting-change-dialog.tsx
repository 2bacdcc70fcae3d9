import { Input, InputNumber, Switch } from 'antd';
import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { chinaToday } from '#ui/china-today.ts';
import { DateInput } from '#ui/form/date-input.tsx';
import { Field } from '#ui/form/field.tsx';
import { FormDialog } from '#ui/form/form-dialog.tsx';

import { SETTING_ROUTES } from '../contract.ts';
import {
  SETTING_NAMES,
  SETTING_UNIT_NAMES,
  describeValueRange,
  formatSettingValue,
} from '../messages.ts';
import { MAX_DOCUMENT_LENGTH, MAX_REASON_LENGTH } from '../rules/decide-setting-change.ts';
import { SettingValues, followsNotice } from '../rules/settings.ts';
import type { KnownSetting } from './setting-queries.ts';
import { useSettingsChanged } from './setting-queries.ts';

interface SettingChangeDialogProps {
  /** Open while there is one. */
  readonly setting: KnownSetting | undefined;
  readonly onClose: () => void;
}

export function SettingChangeDialog(props: SettingChangeDialogProps): ReactElement | null {
  const { setting, onClose } = props;
  // What it says stays while the dialog fades away.
  const [last, setLast] = useState(setting);
  if (setting !== undefined && setting !== last) setLast(setting);
  if (last === undefined) return null;
  return (
    <ChangeForm key={last.key} setting={last} isOpen={setting !== undefined} onClose={onClose} />
  );
}

interface ChangeFormProps {
  readonly setting: KnownSetting;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function ChangeForm({ setting, isOpen, onClose }: ChangeFormProps): ReactElement {
  const { key, value, validFrom } = setting;
  const onChanged = useSettingsChanged();
  const schema = useMemo(
    () => SETTING_ROUTES.set.body.extend({ value: SettingValues.shape[key] }),
    [key],
  );
  return (
    <FormDialog
      title={`变更：${SETTING_NAMES[key]}`}
      lead={`现行值${formatSettingValue(key, value)}，自${validFrom}起。`}
      isOpen={isOpen}
      onClose={onClose}
      schema={schema}
      initialValues={{ value, validFrom: chinaToday() }}
      onSubmit={(body, { idempotencyKey }) =>
        callRoute(SETTING_ROUTES.set, { params: { key }, body, idempotencyKey })
      }
      onDone={onChanged}
      submitText="变更"
    >
      <ValueField setting={setting} />
      <ValidFromField isNotice={followsNotice(key)} />
      <Field name="reason" label="变更原因" hint="记入审计日志">
        <Input.TextArea rows={2} maxLength={MAX_REASON_LENGTH} showCount />
      </Field>
      <Field name="document" label="文号" hint="有文件要求的，填写文号">
        <Input maxLength={MAX_DOCUMENT_LENGTH} />
      </Field>
    </FormDialog>
  );
}

function ValidFromField({ isNotice }: { readonly isNotice: boolean }): ReactElement {
  return isNotice ? (
    <Field name="validFrom" label="生效日期" hint="按文件规定的日期；早于今天的须填写文号">
      <DateInput />
    </Field>
  ) : (
    <Field name="validFrom" label="生效日期" hint="今天或以后；当日零时起按新值执行">
      <DateInput earliest={chinaToday()} />
    </Field>
  );
}

function ValueField({ setting }: Pick<ChangeFormProps, 'setting'>): ReactElement {
  const { key, range, unit } = setting;
  if (range.kind === 'switch') {
    return (
      <Field name="value" label="新值" valueProp="checked">
        <Switch checkedChildren="是" unCheckedChildren="否" />
      </Field>
    );
  }
  return (
    <Field
      name="value"
      label="新值"
      hint={describeValueRange(key)}
      {...(unit === null ? {} : { unit: SETTING_UNIT_NAMES[unit] })}
    >
      <InputNumber className="setting-value" min={0} precision={0} />
    </Field>
  );
}
