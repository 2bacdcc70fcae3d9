import type { PasswordSettings } from '#features/accounts/rules/account-settings.ts';
import type { HouseholdKeys } from '#features/households/server/commands/person-on-file.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import type { FieldCipher } from '#platform/secrets/field-cipher.ts';

/** What the access of workers is built with. */
export interface WorkerDependencies {
  readonly keys: HouseholdKeys & { readonly cipher: FieldCipher };
  readonly files: FileStore;
  readonly hashPassword: (password: string) => Promise<string>;
  readonly passwordRules: (now: Date) => Promise<PasswordSettings>;
  /** Largest file in bytes, by the setting in force. */
  readonly maxFileBytes: (now: Date) => Promise<number>;
  /** Of the address under which people reach the server; undefined when it is not configured. */
  readonly publicOrigin: string | undefined;
  /** Whether a way to send text messages (短信) is set up. */
  readonly isBySms: boolean;
}
