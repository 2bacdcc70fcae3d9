import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { SelectField } from '#ui/light/choice-field.tsx';
import { LightForm } from '#ui/light/light-form.tsx';
import { LoadState } from '#ui/light/load-state.tsx';
import { LongTextField } from '#ui/light/text-field.tsx';
import { useTask } from '#ui/light/use-task.ts';

import { OWN_DATA_ROUTES } from '../../contract.ts';
import { CORRECTION_TOPICS } from '../../rules/own-inputs.ts';
import { TOPIC_NAMES } from '../../rules/own-texts.ts';

const KEY = ['my', 'corrections'];

/** 请求更正: what was asked and answered, and a new request. */
export function Corrections(): ReactElement {
  const query = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => callRoute(OWN_DATA_ROUTES.listCorrections, { signal }),
  });
  return (
    <section className="card">
      <h2>请求更正</h2>
      <LoadState query={query}>
        {({ items }) => (
          <ul className="bullets">
            {items.map((item) => (
              <li key={item.id}>
                {item.topicName}：{item.wish}（{item.stateText}）
                {item.answer === null ? null : <p>答复：{item.answer}</p>}
              </li>
            ))}
          </ul>
        )}
      </LoadState>
      <NewCorrection />
    </section>
  );
}

const TOPICS = CORRECTION_TOPICS.map((value) => ({ value, label: TOPIC_NAMES[value] }));

function NewCorrection(): ReactElement {
  const client = useQueryClient();
  const [topic, setTopic] = useState<(typeof CORRECTION_TOPICS)[number] | null>(null);
  const [wish, setWish] = useState('');
  const [isChecked, setChecked] = useState(false);
  const task = useTask<(typeof CORRECTION_TOPICS)[number]>(async (chosen) => {
    const body = { topic: chosen, wish };
    client.setQueryData(KEY, await callRoute(OWN_DATA_ROUTES.requestCorrection, { body }));
    setWish('');
    setChecked(false);
  });
  const submit = (): void => {
    setChecked(true);
    if (topic !== null && wish.trim().length >= 4) task.run(topic);
  };
  return (
    <LightForm task={task} submitText="提交更正请求" onSubmit={submit}>
      <SelectField
        label="哪方面有误"
        value={topic}
        choices={TOPICS}
        onChange={setTopic}
        error={isChecked && topic === null ? '请选择' : undefined}
      />
      <LongTextField
        label="哪里有误，应当怎样"
        value={wish}
        maxLength={1000}
        onChange={setWish}
        rows={3}
        error={isChecked && wish.trim().length < 4 ? '请填写，至少 4 个字' : undefined}
      />
    </LightForm>
  );
}
