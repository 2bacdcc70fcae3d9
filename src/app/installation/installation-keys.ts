import type { ClientBase } from 'pg';

import { assertKeyringMatches } from '#platform/secrets/keyring.ts';
import type { Keyring } from '#platform/secrets/keyring.ts';

/**
 * A new database is marked as written with these keys; a used one must have been. Keys added since by a
 * rotation are noted.
 * @throws AppError `unavailable` `secrets.keyring_mismatch`
 */
export async function claimDatabase(client: ClientBase, keyring: Keyring): Promise<void> {
  const { rows } = await client.query<{ key_checks: string[] }>(
    'select key_checks from installations',
  );
  const recorded = rows[0]?.key_checks;
  if (recorded !== undefined) assertKeyringMatches(keyring, recorded);
  if (recorded?.length === keyring.checks.length) return;
  const publicKey = keyring.auditVerifyingKey.export({ type: 'spki', format: 'pem' });
  await client.query(
    `insert into installations (key_checks, audit_public_key) values ($1, $2)
     on conflict (is_only) do update set key_checks = excluded.key_checks`,
    [keyring.checks, publicKey],
  );
}
