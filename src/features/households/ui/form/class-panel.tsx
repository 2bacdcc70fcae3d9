import { CalculatorOutlined } from '@ant-design/icons';
import { Alert, Button, Form } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { chinaToday } from '#ui/china-today.ts';
import { checkValues } from '#ui/form/form-values.ts';
import { Panel } from '#ui/panel.tsx';
import { RequestFailure, failureText } from '#ui/request-failure.ts';

import { HOUSEHOLD_ROUTES } from '../../contract.ts';
import type { ClassView } from '../../rules/household-views.ts';
import { ClassReasons } from '../class-reasons.tsx';
import { ClassQuestionValues, recordOf } from './household-form-values.ts';

interface ClassPanelProps {
  /** The field whose day the facts describe. */
  readonly dayField: 'openedOn' | 'validOn';
}

interface Answer {
  readonly view: ClassView;
  /** The form it was given for, as text. */
  readonly asked: string;
}

/** 试算困难类别: beside the form, before anything is saved. */
export function ClassPanel({ dayField }: ClassPanelProps): ReactElement {
  const { answer, error, isBusy, ask } = useClass(dayField);
  const typed = Form.useWatch(textOf, { form: Form.useFormInstance(), preserve: true });
  return (
    <Panel title="困难类别试算" className="class-panel">
      <Button
        block
        icon={<CalculatorOutlined aria-hidden />}
        loading={isBusy}
        onClick={() => void ask()}
      >
        试算困难类别
      </Button>
      <div aria-live="polite">
        {error === undefined ? null : <Alert type="error" showIcon title={error} />}
        {answer === undefined ? (
          <p className="field-hint">按已填写的内容计算，不保存。可以先填关键的几项再试算。</p>
        ) : (
          <>
            {answer.asked === typed ? null : (
              <Alert type="info" showIcon title="试算之后又有改动，请重新试算。" />
            )}
            <ClassReasons of={answer.view} />
          </>
        )}
      </div>
    </Panel>
  );
}

interface ClassQuery {
  readonly answer: Answer | undefined;
  readonly error: string | undefined;
  readonly isBusy: boolean;
  readonly ask: () => Promise<void>;
}

function useClass(dayField: ClassPanelProps['dayField']): ClassQuery {
  const form = Form.useFormInstance();
  const [answer, setAnswer] = useState<Answer>();
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  async function ask(): Promise<void> {
    const values = recordOf(form.getFieldsValue(true));
    const question = { form: values['form'], on: values[dayField] ?? chinaToday() };
    const { output } = checkValues(ClassQuestionValues, question);
    setError(output === undefined ? '有内容未填或有误，请按标红处的提示修改后再试算。' : undefined);
    if (output === undefined) {
      // Marks the fields at fault; which they are is told by them.
      await form.validateFields([['form']], { recursive: true }).catch(() => undefined);
      return;
    }
    setBusy(true);
    try {
      const view = await callRoute(HOUSEHOLD_ROUTES.classify, { body: output });
      setAnswer({ view, asked: textOf(values) });
    } catch (cause) {
      setError(sentenceOf(cause));
    } finally {
      setBusy(false);
    }
  }
  return { answer, error, isBusy, ask };
}

function sentenceOf(cause: unknown): string {
  const faults = cause instanceof RequestFailure ? cause.errors : [];
  return [failureText(cause), ...faults.map(({ message }) => message)].join(' ');
}

function textOf(values: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(values['form']);
}
