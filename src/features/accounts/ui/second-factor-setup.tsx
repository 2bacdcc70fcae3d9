import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { Field } from '#ui/form/field.tsx';
import { SubmitForm } from '#ui/form/submit-form.tsx';
import { QueryState } from '#ui/query-state.tsx';

import { SecondFactorCode } from '../rules/account-inputs.ts';
import { SIGN_IN_ROUTES } from '../rules/sign-in-routes.ts';
import { RecoveryCodes } from './recovery-codes.tsx';

interface SecondFactorSetupProps {
  /** After the person has said that the recovery codes are kept. */
  readonly onDone: () => Promise<void>;
}

/** Secret as a picture, proof by a first code, then the recovery codes, shown this once. */
export function SecondFactorSetup({ onDone }: SecondFactorSetupProps): ReactElement {
  const [codes, setCodes] = useState<readonly string[]>();
  const query = useQuery({
    queryKey: ['second-factor-secret'],
    queryFn: () => callRoute(SIGN_IN_ROUTES.prepareSecondFactor),
    // Each call makes a new secret: the one on the phone must stay the one on the screen.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnMount: false,
  });
  if (codes !== undefined)
    return <RecoveryCodes lead="两步验证已启用。" codes={codes} onDone={() => void onDone()} />;
  return (
    <QueryState query={query}>
      {({ secret, qrSvg }) => (
        <>
          <p>1. 用手机上的动态口令应用（如微软验证器、谷歌验证器、FreeOTP）扫描二维码：</p>
          <img
            className="doorstep-qr"
            src={`data:image/svg+xml,${encodeURIComponent(qrSvg)}`}
            alt="两步验证二维码"
          />
          <p>
            不能扫描时，手工输入密钥：<code>{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
          </p>
          <FirstCodeForm onDone={setCodes} />
        </>
      )}
    </QueryState>
  );
}

interface FirstCodeFormProps {
  readonly onDone: (recoveryCodes: readonly string[]) => void;
}

function FirstCodeForm({ onDone }: FirstCodeFormProps): ReactElement {
  return (
    <SubmitForm
      schema={SecondFactorCode}
      onSubmit={(body) => callRoute(SIGN_IN_ROUTES.confirmSecondFactor, { body })}
      onDone={({ recoveryCodes }) => onDone(recoveryCodes)}
      submitText="启用"
      isGuarded={false}
    >
      <Field name="code" label="2. 填写应用显示的6位动态口令" isKept={false}>
        <Input autoComplete="one-time-code" inputMode="numeric" maxLength={6} />
      </Field>
    </SubmitForm>
  );
}
