import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { ReactElement } from 'react';

import { callRoute } from '#ui/call-route.ts';
import { Panel } from '#ui/panel.tsx';
import { QueryState } from '#ui/query-state.tsx';

import type { SessionView } from '../rules/session-view.ts';
import { SIGN_IN_ROUTES } from '../rules/sign-in-routes.ts';
import { IdentityTable } from './identity-table.tsx';
import { PasswordProofDialog } from './password-proof-dialog.tsx';
import { useOidcLabel } from './session-queries.ts';

interface OwnIdentitiesProps {
  readonly session: SessionView;
}

/** Identities at the provider that sign in as the person; nothing where there is no provider. */
export function OwnIdentities({ session }: OwnIdentitiesProps): ReactElement | null {
  const isOffered = useOidcLabel() !== undefined;
  const query = useQuery({
    queryKey: ['own-identities'],
    queryFn: ({ signal }) => callRoute(SIGN_IN_ROUTES.listOwnIdentities, { signal }),
  });
  const count = query.data?.items.length ?? 0;
  if (!isOffered && count === 0) return null;
  return (
    <Panel
      title="统一身份"
      extra={session.hasPassword ? <Changes canLink={isOffered} count={count} /> : undefined}
    >
      <QueryState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="is-absent">尚未关联。关联后可用统一身份登录本账号。</p>
          ) : (
            <IdentityTable identities={items} />
          )
        }
      </QueryState>
    </Panel>
  );
}

interface ChangesProps {
  readonly canLink: boolean;
  readonly count: number;
}

/** Both ask for the password: who has none keeps what an administrator linked. */
function Changes({ canLink, count }: ChangesProps): ReactElement {
  const client = useQueryClient();
  const [open, setOpen] = useState<'link' | 'unlink'>();
  const close = (): void => setOpen(undefined);
  return (
    <span className="row-actions">
      {canLink ? <Button onClick={() => setOpen('link')}>关联</Button> : null}
      {count === 0 ? null : <Button onClick={() => setOpen('unlink')}>解除关联</Button>}
      <PasswordProofDialog
        title="关联统一身份"
        lead="下一步将转到统一身份认证平台登录，成功后返回本系统。"
        confirmText="下一步"
        isOpen={open === 'link'}
        onClose={close}
        onConfirm={(body) => callRoute(SIGN_IN_ROUTES.startOidcLink, { body })}
        onDone={({ url }) => window.location.assign(url)}
      />
      <PasswordProofDialog
        title="解除统一身份关联"
        lead="解除后，只能用用户名和密码登录。"
        confirmText="解除"
        isOpen={open === 'unlink'}
        onClose={close}
        onConfirm={(body) => callRoute(SIGN_IN_ROUTES.unlinkOwnIdentity, { body })}
        onDone={() => void client.invalidateQueries({ queryKey: ['own-identities'] })}
      />
    </span>
  );
}
