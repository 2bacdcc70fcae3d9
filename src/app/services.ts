import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';

import { AppError } from '#core/app-error.ts';
import { toPasswordSettings } from '#features/accounts/rules/account-settings.ts';
import type { AccountDependencies } from '#features/accounts/server/dependencies.ts';
import { createOidcProvider } from '#features/accounts/server/oidc-provider.ts';
import type { OidcProvider } from '#features/accounts/server/oidc-provider.ts';
import { createPasswordHasher } from '#features/accounts/server/password-hasher.ts';
import { createProofChallenges } from '#features/accounts/server/proof-challenges.ts';
import { foundRoot } from '#features/organizations/server/commands/found-root.ts';
import { createFindSettings } from '#features/settings/server/commands/load-settings.ts';
import type { FindSettings } from '#features/settings/server/commands/load-settings.ts';
import type { WorkerDependencies } from '#features/workers/server/worker-dependencies.ts';
import type { AuditLog } from '#platform/audit-log/audit-log.ts';
import type { Config } from '#platform/config.ts';
import type { Database } from '#platform/database/open-database.ts';
import { openFileStore } from '#platform/files/file-store.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import { createClamdScan } from '#platform/files/virus-scan.ts';
import type { ClamdAddress } from '#platform/files/virus-scan.ts';
import { createBlindIndex } from '#platform/secrets/blind-index.ts';
import type { BlindIndex } from '#platform/secrets/blind-index.ts';
import { createFieldCipher } from '#platform/secrets/field-cipher.ts';
import type { FieldCipher } from '#platform/secrets/field-cipher.ts';
import type { Keyring } from '#platform/secrets/keyring.ts';

import { announceToAccount } from './announce-to-account.ts';
import { createJobKinds } from './job-kinds.ts';
import type { JobKinds } from './job-kinds.ts';

/** What features are built with, made once of an installation and the environment. */
export interface Services {
  readonly database: Database;
  readonly auditLog: AuditLog;
  readonly auditKeys: { readonly signingKey: KeyObject; readonly macKey: Buffer };
  readonly settings: FindSettings;
  readonly cipher: FieldCipher;
  readonly blindIndex: BlindIndex;
  readonly files: FileStore;
  readonly accounts: AccountDependencies;
  readonly jobKinds: JobKinds;
  readonly workers: WorkerDependencies;
  /** Of the address under which people reach the server; undefined when it is not configured. */
  readonly publicOrigin: string | undefined;
  readonly isBehindProxy: boolean;
  readonly now: () => Date;
}

export interface ServicesInput {
  readonly installation: {
    readonly database: Database;
    readonly auditLog: AuditLog;
    readonly keyring: Keyring;
    readonly dataFolder: string;
  };
  readonly config: Config;
  /** Lets whoever reads the server's screen found the first union and the administrators. */
  readonly setupCode: string;
  readonly now: () => Date;
}

const SCAN_TIMEOUT_MS = 30_000;
const BYTES_A_MEGABYTE = 1024 * 1024;

export async function createServices(input: ServicesInput): Promise<Services> {
  const { installation, config, now } = input;
  const { database, auditLog, keyring } = installation;
  const settings = createFindSettings(database);
  const cipher = createFieldCipher(keyring);
  const blindIndex = createBlindIndex(keyring);
  const files = await openFiles(input);
  const accounts = toAccountDependencies(input, { settings, cipher, blindIndex });
  return {
    database,
    auditLog,
    auditKeys: { signingKey: keyring.auditSigningKey, macKey: keyring.macKey('audit') },
    settings,
    cipher,
    blindIndex,
    files,
    accounts,
    workers: {
      keys: { cipher, blindIndex },
      files,
      hashPassword: (password) => accounts.hasher.hash(password),
      passwordRules: async (day) => toPasswordSettings(await settings(day)),
      maxFileBytes: async (day) => (await settings(day))['files.max_megabytes'] * BYTES_A_MEGABYTE,
      publicOrigin: toOrigin(config.publicUrl),
      isBySms: config.smsUrl !== undefined,
    },
    jobKinds: createJobKinds({ cipher, blindIndex, files }),
    publicOrigin: toOrigin(config.publicUrl),
    isBehindProxy: config.isBehindProxy,
    now,
  };
}

function openFiles({ installation, config }: ServicesInput): Promise<FileStore> {
  const { keyring, dataFolder } = installation;
  const { virusScanner } = config;
  const folder = join(dataFolder, 'files');
  if (virusScanner === undefined) return openFileStore({ folder, keyring });
  const scan = createClamdScan(toClamdAddress(virusScanner), SCAN_TIMEOUT_MS);
  return openFileStore({ folder, keyring, scan });
}

function toAccountDependencies(
  { config, setupCode }: ServicesInput,
  { settings, cipher, blindIndex }: Pick<Services, 'settings' | 'cipher' | 'blindIndex'>,
): AccountDependencies {
  return {
    settings,
    hasher: createPasswordHasher(),
    cipher,
    blindIndex,
    challenges: createProofChallenges(),
    announce: announceToAccount,
    isSecure: config.publicUrl?.startsWith('https:') ?? false,
    oidc: createOidc(config),
    setup: {
      code: setupCode,
      foundRoot: (context, union) => foundRoot(context, { ...union, reason: '首次设置' }),
    },
  };
}

/** @throws AppError `invalid` `config.not_a_url`. */
function toOrigin(publicUrl: string | undefined): string | undefined {
  if (publicUrl === undefined) return undefined;
  const url = URL.canParse(publicUrl) ? new URL(publicUrl) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new AppError('invalid', 'config.not_a_url');
  }
  return url.origin;
}

/** `host:port`, or the path of a socket. */
function toClamdAddress(text: string): ClamdAddress {
  const match = /^([\w.-]+):(\d{1,5})$/.exec(text);
  return match === null ? { socketPath: text } : { host: match[1] ?? '', port: Number(match[2]) };
}

/** Null unless issuer, client and the public address are all configured. */
function createOidc(config: Config): OidcProvider | null {
  const { oidcIssuer: issuer, oidcClientId: clientId, publicUrl } = config;
  if (issuer === undefined || clientId === undefined || publicUrl === undefined) return null;
  return createOidcProvider({
    issuer,
    clientId,
    clientSecret: config.oidcClientSecret ?? '',
    redirectUrl: new URL('/api/oidc/callback', publicUrl).href,
    label: config.oidcLabel ?? '统一身份认证登录',
  });
}
