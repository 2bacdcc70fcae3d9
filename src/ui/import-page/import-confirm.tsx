import { Alert, Input, Radio } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { z } from 'zod';

import { Field } from '../form/field.tsx';
import { SubmitForm } from '../form/submit-form.tsx';
import { Panel } from '../panel.tsx';
import { uploadFile } from '../upload-file.ts';
import type { ImportCheck, ImportKind } from './import-kind.ts';

export interface ImportConfirmProps {
  readonly kind: ImportKind;
  readonly file: File;
  readonly check: ImportCheck;
  /** The import is under way as the job with this id. */
  readonly onOrdered: (jobId: string) => void;
}

const Mode = z.enum(['all_or_nothing', 'skip_faulty']);
type Mode = z.infer<typeof Mode>;

const ReasonForm = z.object({ reason: z.string().trim().min(4).max(500) });

/** The second step: whole or without the faulty rows, and why. */
export function ImportConfirm(props: ImportConfirmProps): ReactElement {
  const { kind, file, check, onOrdered } = props;
  const [mode, setMode] = useState<Mode>('all_or_nothing');
  const obstacle = obstacleOf(check, mode);
  return (
    <Panel title="第三步　确认导入">
      {check.faultyCount === 0 ? null : <ModeChoice check={check} mode={mode} onMode={setMode} />}
      {obstacle === undefined ? (
        <SubmitForm
          schema={ReasonForm}
          submitText={`导入 ${check.createCount + check.updateCount} ${kind.counted}`}
          onSubmit={({ reason }, { idempotencyKey }) =>
            uploadFile(kind.routes.import.path, file, {
              schema: kind.ordered,
              fields: { mode, reason },
              idempotencyKey,
            })
          }
          onDone={({ jobId }) => onOrdered(jobId)}
        >
          <Field
            name="reason"
            label="理由"
            isWide
            hint={`例如：${kind.reasonExample}；至少 4 个字，将记入审计日志`}
          >
            <Input.TextArea rows={2} maxLength={500} />
          </Field>
        </SubmitForm>
      ) : (
        <Alert type="info" showIcon title={obstacle} />
      )}
    </Panel>
  );
}

interface ModeChoiceProps {
  readonly check: ImportCheck;
  readonly mode: Mode;
  readonly onMode: (mode: Mode) => void;
}

function ModeChoice({ check, mode, onMode }: ModeChoiceProps): ReactElement {
  return (
    <Radio.Group
      className="import-mode"
      aria-label="有误的行如何处理"
      value={mode}
      onChange={(event) => {
        const chosen = Mode.safeParse(event.target.value);
        if (chosen.success) onMode(chosen.data);
      }}
      options={[
        { value: 'all_or_nothing', label: '全部正确才导入（改正后重新上传）' },
        {
          value: 'skip_faulty',
          label: `跳过有误的 ${check.faultyCount} 行，导入其余的行`,
          disabled: !check.canSkipFaulty,
        },
      ]}
    />
  );
}

/** Why nothing can be imported as things stand, and what to do. */
function obstacleOf(check: ImportCheck, mode: Mode): string | undefined {
  if (check.faultyCount > 0 && mode === 'all_or_nothing') {
    return check.canSkipFaulty
      ? '文件中还有错误。请改正后在第一步重新上传，或选择跳过有误的行。'
      : '文件整体无法读取。请按模板改正后，在第一步重新上传。';
  }
  if (!check.canSkipFaulty && check.rowCount === 0) {
    return '文件中没有可以导入的内容。请按模板填写后，在第一步重新上传。';
  }
  return check.createCount + check.updateCount === 0 ? '文件与系统一致，无须导入。' : undefined;
}
