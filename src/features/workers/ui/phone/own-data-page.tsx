import { useState } from 'react';
import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { LoadState } from '#ui/light/load-state.tsx';
import { Page } from '#ui/light/page.tsx';
import { useTask } from '#ui/light/use-task.ts';

import { OWN_DATA_ROUTES } from '../../contract.ts';
import type { OwnData } from '../../rules/own-views.ts';
import { useOwnData, useOwnProfile } from '../own-queries.ts';
import { Corrections } from './corrections.tsx';

interface OwnDataPageProps {
  readonly onSignOut: () => Promise<void>;
}

/** 我的资料: what the union keeps of me; to see, to take along, to have corrected. */
export function OwnDataPage({ onSignOut }: OwnDataPageProps): ReactElement {
  const profile = useOwnProfile();
  const data = useOwnData();
  return (
    <Page title="我的资料">
      <div className="stack">
        <LoadState query={profile}>
          {({ name, unionName, contact }) => (
            <div className="card">
              <h2>{name}</h2>
              <p>{unionName}</p>
              {contact === null ? null : (
                <p>
                  联系人：{contact.name}，{contact.phone}
                </p>
              )}
            </div>
          )}
        </LoadState>
        <LoadState query={data}>{(own) => <Kept data={own} />}</LoadState>
        <Corrections />
        <button type="button" className="button" onClick={() => void onSignOut()}>
          退出登录
        </button>
      </div>
    </Page>
  );
}

function Kept({ data }: { readonly data: OwnData }): ReactElement {
  return (
    <>
      {data.parts.map(({ title, purpose, fields }) => (
        <section key={title} className="card">
          <h2>{title}</h2>
          <p className="small">{purpose}</p>
          <dl className="facts">
            {fields.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <section className="card">
        <h2>敏感信息</h2>
        <dl className="facts">
          {data.secrets.map((secret) => (
            <Secret key={secret.field} secret={secret} />
          ))}
        </dl>
      </section>
      <div className="buttons">
        <a className="button" href={`${OWN_DATA_ROUTES.copy.path}?format=pdf`} download>
          下载副本（PDF）
        </a>
        <a className="button" href={`${OWN_DATA_ROUTES.copy.path}?format=json`} download>
          下载副本（便于转给别处）
        </a>
      </div>
    </>
  );
}

function Secret({ secret }: { readonly secret: OwnData['secrets'][number] }): ReactElement {
  const { field, label, masked } = secret;
  const [value, setValue] = useState<string | null>();
  const task = useTask(async () =>
    setValue((await callRoute(OWN_DATA_ROUTES.reveal, { body: { field } })).value),
  );
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {value ?? masked}{' '}
        {value === undefined ? (
          <button type="button" className="button-link" onClick={() => task.run()}>
            显示全文
          </button>
        ) : null}
      </dd>
    </div>
  );
}
