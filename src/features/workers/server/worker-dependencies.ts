import type { AccountDependencies } from '#features/accounts/server/dependencies.ts';
import type { HouseholdKeys } from '#features/households/server/commands/person-on-file.ts';
import type { FileStore } from '#platform/files/file-store.ts';

/** What the access of workers is built with. */
export interface WorkerDependencies {
  readonly keys: HouseholdKeys;
  readonly files: FileStore;
  readonly accounts: AccountDependencies;
  /** The dated setting in force. */
  readonly settings: (now: Date) => Promise<{ readonly 'files.max_megabytes': number }>;
  /** Whether a way to send text messages (短信) is set up. */
  readonly isBySms: boolean;
}
