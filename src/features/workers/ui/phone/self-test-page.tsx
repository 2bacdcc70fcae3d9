import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';

import { fen, formatYuan } from '#core/money.ts';
import { callRoute } from '#ui/call-route.ts';
import { TickField, YesNoField } from '#ui/light/choice-field.tsx';
import { LightForm } from '#ui/light/light-form.tsx';
import { LoadState } from '#ui/light/load-state.tsx';
import { MoneyField } from '#ui/light/money-field.tsx';
import { Note } from '#ui/light/note.tsx';
import type { NoteTone } from '#ui/light/note.tsx';
import { Page } from '#ui/light/page.tsx';
import { TextField } from '#ui/light/text-field.tsx';
import { useTask } from '#ui/light/use-task.ts';
import { Way } from '#ui/light/way.tsx';

import { REGISTRATION_ROUTES } from '../../contract.ts';
import { SelfTestAnswers } from '../../rules/self-test-views.ts';
import type {
  SelfTestQuestion,
  SelfTestQuestions,
  SelfTestResult,
} from '../../rules/self-test-views.ts';

/** What was answered so far, by the field of its question. */
type Answers = Readonly<Record<string, boolean | number | readonly string[] | null>>;

/** 自测: one question a page, without an account; nothing is kept. */
export function SelfTestPage(): ReactElement {
  const query = useQuery({
    queryKey: ['self-test'],
    queryFn: ({ signal }) => callRoute(REGISTRATION_ROUTES.selfTest, { signal }),
    staleTime: 300_000,
  });
  return (
    <Page
      title="申请条件自测"
      back={{ to: '/my', label: '返回首页' }}
      lead="不用登录，回答不会保存。结果仅供参考，以工会审核为准。"
    >
      <LoadState query={query}>{(test) => <Questions test={test} />}</LoadState>
    </Page>
  );
}

function Questions({ test }: { readonly test: SelfTestQuestions }): ReactElement {
  const [answers, setAnswers] = useState<Answers>({});
  const [at, setAt] = useState(0);
  const [result, setResult] = useState<SelfTestResult>();
  const task = useTask(async () => {
    // Nothing ticked is an answer.
    const body = SelfTestAnswers.parse({ classes: [], exclusions: [], ...answers });
    setResult(await callRoute(REGISTRATION_ROUTES.answerSelfTest, { body }));
  });
  const question = test.questions[at];
  if (result !== undefined || question === undefined) return <Result result={result} />;
  const isLast = at === test.questions.length - 1;
  const { field, kind } = question;
  const value = answers[field] ?? null;
  const next = (): void => {
    if (kind !== 'choices' && value === null) return;
    if (isLast) task.run();
    else setAt(at + 1);
  };
  return (
    <div className="card">
      <p className="small">
        第 {at + 1} 题，共 {test.questions.length} 题
      </p>
      <LightForm
        task={task}
        submitText={isLast ? '看结果' : '下一题'}
        onSubmit={next}
        before={at === 0 ? null : <Previous onClick={() => setAt(at - 1)} />}
      >
        <Question
          key={field}
          question={question}
          value={value}
          onChange={(answer) => setAnswers({ ...answers, [field]: answer })}
        />
      </LightForm>
    </div>
  );
}

function Previous({ onClick }: { readonly onClick: () => void }): ReactElement {
  return (
    <button type="button" className="button" onClick={onClick}>
      上一题
    </button>
  );
}

interface QuestionProps {
  readonly question: SelfTestQuestion;
  readonly value: Answers[string];
  readonly onChange: (value: Answers[string]) => void;
}

function Question({ question, value, onChange }: QuestionProps): ReactElement {
  const { kind, text, hint } = question;
  const words = { label: text, ...(hint === null ? {} : { hint }) };
  const number = typeof value === 'number' ? value : null;
  if (kind === 'yes_no') {
    return (
      <YesNoField {...words} value={value === null ? null : value === true} onChange={onChange} />
    );
  }
  if (kind === 'money') return <MoneyField {...words} value={number} onChange={onChange} />;
  if (kind === 'count') {
    return (
      <TextField
        {...words}
        inputMode="numeric"
        maxLength={2}
        value={number === null ? '' : String(number)}
        onChange={(typed) => onChange(/^[1-9]\d?$/.test(typed) ? Number(typed) : null)}
      />
    );
  }
  const chosen = Array.isArray(value) ? value : [];
  return <Ticks question={question} chosen={chosen} onChange={onChange} />;
}

interface TicksProps {
  readonly question: SelfTestQuestion;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

function Ticks({ question, chosen, onChange }: TicksProps): ReactElement {
  const { text, hint, options } = question;
  const toggle = (value: string, isTicked: boolean): void =>
    onChange(isTicked ? [...chosen, value] : chosen.filter((one) => one !== value));
  return (
    <fieldset className="field">
      <legend>{text}</legend>
      {hint === null ? null : <p className="hint">{hint}</p>}
      <div className="choices">
        {options.map(({ value, label }) => (
          <TickField
            key={value}
            label={label}
            isTicked={chosen.includes(value)}
            onChange={(isTicked) => toggle(value, isTicked)}
          />
        ))}
      </div>
    </fieldset>
  );
}

const TONES = { likely: 'good', maybe: 'info', unlikely: 'warn' } as const satisfies Readonly<
  Record<SelfTestResult['outcome'], NoteTone>
>;

function Result({ result }: { readonly result: SelfTestResult | undefined }): ReactElement {
  if (result === undefined) return <Note tone="info" title="还没有题目" />;
  const { outcome, summary, reasons, aids, nextStep } = result;
  return (
    <div className="stack">
      <Note tone={TONES[outcome]} title={summary}>
        <ul className="bullets">
          {reasons.map(({ text, citation }) => (
            <li key={text}>
              {text}
              {citation === null ? null : `（${citation}）`}
            </li>
          ))}
        </ul>
      </Note>
      {aids.map((aid) => (
        <div key={aid.aidClass} className="card">
          <h2>{aid.name}</h2>
          <p>
            {aid.aidType}，{formatYuan(fen(aid.minFen))} 至 {formatYuan(fen(aid.maxFen))} 元
          </p>
          <p>请准备：</p>
          <ul className="bullets">
            {aid.papers.map(({ name, isRequired }) => (
              <li key={name}>
                {name}
                {isRequired ? '' : '（如有）'}
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p>{nextStep}</p>
      <Way to="/my" className="button button-main">
        去申请
      </Way>
    </div>
  );
}
