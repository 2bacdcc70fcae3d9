import { useState } from 'react';
import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { TickField } from '#ui/light/choice-field.tsx';
import { LightForm } from '#ui/light/light-form.tsx';
import { LoadState } from '#ui/light/load-state.tsx';
import { useTask } from '#ui/light/use-task.ts';

import { OWN_CASE_ROUTES } from '../../contract.ts';
import type { OwnDetail, OwnOptions } from '../../rules/own-views.ts';
import { useOwnOptions, useTakeOwnApplication } from '../own-queries.ts';

interface ConsentsProps {
  readonly application: OwnDetail;
}

/** 同意书: each text in full, with the version that was shown. */
export function OwnConsents({ application }: ConsentsProps): ReactElement {
  const query = useOwnOptions();
  return (
    <section className="card">
      <h2>同意书和授权书</h2>
      <LoadState query={query}>
        {({ consents }) => <Consents application={application} consents={consents} />}
      </LoadState>
    </section>
  );
}

interface TextsProps extends ConsentsProps {
  readonly consents: OwnOptions['consents'];
}

function Consents({ application, consents }: TextsProps): ReactElement {
  const { id, consents: given } = application;
  const { textVersion, items } = consents;
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const take = useTakeOwnApplication();
  const isGiven = (kind: string): boolean =>
    given.some((one) => one.kind === kind && one.textVersion === textVersion);
  const open = items.filter(({ kind }) => !isGiven(kind));
  const task = useTask(async () => {
    const kinds = open.map(({ kind }) => kind).filter((kind) => ticked.includes(kind));
    take(
      await callRoute(OWN_CASE_ROUTES.consent, { params: { id }, body: { kinds, textVersion } }),
    );
  });
  if (open.length === 0) return <p>都已签署。</p>;
  return (
    <LightForm
      task={task}
      submitText="签署"
      onSubmit={() => (ticked.length === 0 ? undefined : task.run())}
    >
      {open.map(({ kind, name, text }) => (
        <div key={kind}>
          <h3>{name}</h3>
          <p className="consent-text">{text}</p>
          <TickField
            label={`我已阅读并同意《${name}》`}
            isTicked={ticked.includes(kind)}
            onChange={(isTicked) =>
              setTicked(isTicked ? [...ticked, kind] : ticked.filter((one) => one !== kind))
            }
          />
        </div>
      ))}
      <p className="small">文本版本 {textVersion}</p>
    </LightForm>
  );
}
