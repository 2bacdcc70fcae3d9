import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { z } from 'zod';

import { callRoute } from '#ui/call-route.ts';
import { timeText } from '#ui/detail-page/detail-texts.ts';
import { Field } from '#ui/form/field.tsx';
import { FormDialog } from '#ui/form/form-dialog.tsx';
import { Panel } from '#ui/panel.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';

import { APPLICATION_ROUTES } from '../../contract.ts';
import { CONSENT_NAMES } from '../../messages.ts';
import { CONSENT_KINDS } from '../../rules/application-inputs.ts';
import type { ConsentKind } from '../../rules/application-inputs.ts';
import type { ApplicationDetail } from '../../rules/application-views.ts';
import { CONSENT_TEXTS, CONSENT_TEXT_VERSION } from '../../rules/consent-texts.ts';
import { useTakeApplication } from '../application-queries.ts';

interface ConsentsPanelProps {
  readonly application: ApplicationDetail;
  readonly mayChange: boolean;
}

/** 同意书和授权书: who gave them, when, to which text. */
export function ConsentsPanel({ application, mayChange }: ConsentsPanelProps): ReactElement {
  const { consents } = application;
  const [isOpen, setOpen] = useState(false);
  const missing = CONSENT_KINDS.filter((kind) => consents.every((one) => one.kind !== kind));
  return (
    <Panel title="同意书和授权书">
      <ul className="reason-list">
        {CONSENT_KINDS.map((kind) => {
          const given = consents.find((one) => one.kind === kind);
          return (
            <li key={kind} className="badge-line">
              {CONSENT_NAMES[kind]}
              {given === undefined ? (
                <StatusBadge tone="warn">未签署</StatusBadge>
              ) : (
                <span className="field-hint">
                  {`${given.givenBy}，${timeText(given.givenAt)}，文本版本 ${given.textVersion}`}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {mayChange && missing.length > 0 ? (
        <Button className="panel-action" onClick={() => setOpen(true)}>
          登记已签署的文书
        </Button>
      ) : null}
      {isOpen ? (
        <ConsentDialog application={application} missing={missing} onClose={() => setOpen(false)} />
      ) : null}
    </Panel>
  );
}

interface ConsentDialogProps {
  readonly application: ApplicationDetail;
  readonly missing: readonly ConsentKind[];
  readonly onClose: () => void;
}

const Chosen = z.object({ kinds: z.array(z.enum(CONSENT_KINDS)).min(1) });

function ConsentDialog({ application, missing, onClose }: ConsentDialogProps): ReactElement {
  const { id, applicantName } = application;
  const takeApplication = useTakeApplication();
  return (
    <FormDialog
      title="登记已签署的文书"
      lead={`请把下列文书读给${applicantName}听或交其阅读，由其本人签名后在此登记。文本版本 ${CONSENT_TEXT_VERSION}。`}
      isOpen
      onClose={onClose}
      schema={Chosen}
      onSubmit={({ kinds }) =>
        callRoute(APPLICATION_ROUTES.addConsents, {
          params: { id },
          body: { kinds, textVersion: CONSENT_TEXT_VERSION },
        })
      }
      onDone={takeApplication}
      submitText="登记"
    >
      {missing.map((kind) => (
        <section key={kind} className="consent-text">
          <h3>{CONSENT_NAMES[kind]}</h3>
          <p>{CONSENT_TEXTS[kind]}</p>
        </section>
      ))}
      <Field name="kinds" label="申请人已签署" isWide>
        <Checkbox.Group
          className="box-list"
          options={missing.map((kind) => ({ value: kind, label: CONSENT_NAMES[kind] }))}
        />
      </Field>
    </FormDialog>
  );
}
