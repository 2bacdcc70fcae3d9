import { useState } from 'react';
import type { ReactElement } from 'react';
import type { z } from 'zod';

import { fen, formatYuan } from '#core/money.ts';
import { callRoute } from '#ui/call-route.ts';
import { go } from '#ui/light/address.ts';
import { ChoiceField, SelectField } from '#ui/light/choice-field.tsx';
import { LightForm } from '#ui/light/light-form.tsx';
import { LoadState } from '#ui/light/load-state.tsx';
import { Page } from '#ui/light/page.tsx';
import { LongTextField, TextField } from '#ui/light/text-field.tsx';
import { useTask } from '#ui/light/use-task.ts';

import { OWN_CASE_ROUTES } from '../../contract.ts';
import { OwnDraft } from '../../rules/own-inputs.ts';
import type { OwnOptions } from '../../rules/own-views.ts';
import { useOwnOptions, useTakeOwnApplication } from '../own-queries.ts';

/** 申请救助: what happened and which aid; papers and consents follow on the case's page. */
export function NewApplicationPage(): ReactElement {
  const query = useOwnOptions();
  return (
    <Page
      title="申请救助"
      back={{ to: '/my', label: '我的申请' }}
      lead="先保存为草稿，再上传材料、签署同意书，最后提交。"
    >
      <LoadState query={query}>{(options) => <WishForm options={options} />}</LoadState>
    </Page>
  );
}

interface Typed {
  readonly aidClass: string;
  readonly story: string;
  readonly illness: string;
  readonly eventKind: string;
  readonly happenedOn: string;
  readonly relatives: string;
}

const NOTHING: Typed = {
  aidClass: '',
  story: '',
  illness: '',
  eventKind: '',
  happenedOn: '',
  relatives: '',
};

function WishForm({ options }: { readonly options: OwnOptions }): ReactElement {
  const [typed, setTyped] = useState(NOTHING);
  const [isChecked, setChecked] = useState(false);
  const take = useTakeOwnApplication();
  const aid = options.classes.find(({ code }) => code === typed.aidClass);
  const isEmergency = aid?.aidType === '紧急救助';
  const set = (part: Partial<Typed>): void => setTyped({ ...typed, ...part });
  const task = useTask(async () => {
    const body = toDraft(typed, options);
    const application = await callRoute(OWN_CASE_ROUTES.create, { body });
    take(application);
    go(`/my/applications/${application.id}`, { isReplacing: true });
  });
  const submit = (): void => {
    setChecked(true);
    const isEventTold = !isEmergency || (typed.eventKind !== '' && typed.happenedOn !== '');
    if (aid !== undefined && typed.story.trim().length >= 4 && isEventTold) task.run();
  };
  return (
    <div className="card">
      <LightForm task={task} submitText="保存草稿，下一步" onSubmit={submit}>
        <NeedFields typed={typed} set={set} options={options} isChecked={isChecked} />
        {isEmergency ? (
          <EventFields typed={typed} set={set} options={options} isChecked={isChecked} />
        ) : null}
        <OtherFields typed={typed} set={set} />
      </LightForm>
    </div>
  );
}

interface FieldsProps {
  readonly typed: Typed;
  readonly set: (part: Partial<Typed>) => void;
  readonly options: OwnOptions;
  readonly isChecked: boolean;
}

function NeedFields({ typed, set, options, isChecked }: FieldsProps): ReactElement {
  return (
    <>
      <ChoiceField<string>
        label="申请哪一种救助"
        value={typed.aidClass}
        choices={options.classes.map(({ code, name, aidType, minFen, maxFen }) => ({
          value: code,
          label: name,
          note: `${aidType}，${formatYuan(fen(minFen))} 至 ${formatYuan(fen(maxFen))} 元`,
        }))}
        onChange={(aidClass) => set({ aidClass })}
        error={isChecked && typed.aidClass === '' ? '请选择' : undefined}
      />
      <LongTextField
        label="发生了什么，有什么困难"
        value={typed.story}
        maxLength={2000}
        onChange={(story) => set({ story })}
        error={isChecked && typed.story.trim().length < 4 ? '请填写，至少 4 个字' : undefined}
      />
    </>
  );
}

function OtherFields({ typed, set }: Pick<FieldsProps, 'typed' | 'set'>): ReactElement {
  return (
    <>
      <TextField
        label="所患疾病"
        hint="因病申请时填写，与病历一致"
        isOptional
        value={typed.illness}
        onChange={(illness) => set({ illness })}
        maxLength={200}
      />
      <TextField
        label="在工会工作的亲属"
        hint="填姓名和单位。有亲属的，由其他人审核"
        isOptional
        value={typed.relatives}
        onChange={(relatives) => set({ relatives })}
        maxLength={200}
      />
    </>
  );
}

function EventFields({ typed, set, options, isChecked }: FieldsProps): ReactElement {
  return (
    <>
      <SelectField<string>
        label="突发情况"
        value={typed.eventKind}
        choices={options.eventKinds.map(({ kind, name }) => ({ value: kind, label: name }))}
        onChange={(eventKind) => set({ eventKind })}
        error={isChecked && typed.eventKind === '' ? '请选择' : undefined}
      />
      <TextField
        label="发生日期"
        type="date"
        value={typed.happenedOn}
        onChange={(happenedOn) => set({ happenedOn })}
        error={isChecked && typed.happenedOn === '' ? '请填写' : undefined}
      />
    </>
  );
}

/** @throws ZodError never: the form was checked, and the rest is filled in here. */
function toDraft(typed: Typed, { classes, rounds }: OwnOptions): z.output<typeof OwnDraft> {
  const aid = classes.find(({ code }) => code === typed.aidClass);
  const isEmergency = aid?.aidType === '紧急救助';
  return OwnDraft.parse({
    aidType: aid?.aidType,
    aidClass: aid?.code,
    round: aid?.aidType === '季度救助' ? (rounds[0] ?? null) : null,
    eventId: null,
    event: isEmergency
      ? {
          kind: typed.eventKind,
          happenedOn: typed.happenedOn,
          description: typed.story.slice(0, 1000),
        }
      : null,
    requestedFen: null,
    specialReason: null,
    facts: {
      story: typed.story,
      illness: typed.illness,
      selfPaidFen: null,
      aidElsewhere: '',
      relativesInUnion: typed.relatives,
    },
  });
}
