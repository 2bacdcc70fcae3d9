import type { ErrorParams } from '#core/app-error.ts';
import type { Context } from '#platform/context.ts';
import type { BlindIndex } from '#platform/secrets/blind-index.ts';
import type { FieldCipher } from '#platform/secrets/field-cipher.ts';

import type { AccountNoticeCode } from '../messages.ts';
import type { SetupBody } from '../rules/account-inputs.ts';
import type { FindAccountSettings } from './find-session.ts';
import type { OidcProvider } from './oidc-provider.ts';
import type { PasswordHasher } from './password-hasher.ts';
import type { ProofChallenges } from './proof-challenges.ts';

/** What the routes of this feature are built with. */
export interface AccountDependencies {
  /** Never asked inside a transaction: it takes a connection of its own. */
  readonly settings: FindAccountSettings;
  readonly hasher: PasswordHasher;
  readonly cipher: FieldCipher;
  readonly blindIndex: BlindIndex;
  readonly challenges: ProofChallenges;
  /** Tells a person about the own account, in the transaction of what was done to it. */
  readonly announce: (context: Context, notice: AccountNotice) => Promise<void>;
  /** Cookies are sent over https only. */
  readonly isSecure: boolean;
  /** Null when no identity provider is configured. */
  readonly oidc: OidcProvider | null;
  readonly setup: SetupDependencies;
}

export interface AccountNotice {
  readonly accountId: number;
  readonly code: AccountNoticeCode;
  readonly params?: ErrorParams;
}

export interface SetupDependencies {
  /** Shown where the server was started; whoever reads it may set up an empty installation. */
  readonly code: string;
  /** Founds the root of the union tree and returns its id. */
  readonly foundRoot: (context: Context, union: SetupBody['union']) => Promise<number>;
}
