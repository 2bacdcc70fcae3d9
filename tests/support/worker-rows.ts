import type { ClientBase } from 'pg';

import type { FieldCipher } from '#platform/secrets/field-cipher.ts';

/** A member with an account, an invitation, a code, a form handed in, and a correction asked for. */
export const FILL_WORKERS = `
  insert into union_members (union_id, member_number, name, phone_secret, phone_index, identity_secret, identity_index)
    values (2, '440118000001', '样例会员', '', 'p', '', 'i');
  insert into worker_invitations (union_id, name, person_id, code_index, expires_on, created_by_name)
    values (2, '样例受邀人', 1, 'c', '2026-03-20', '样例');
  insert into registration_codes (id, number_index, member_id, code_index, expires_at, created_at)
    values ('8a4c6a0e-3a6f-4b51-9a55-7f0d6d1c2b10', 'n', 1, 'c', now(), now());
  insert into worker_accounts (account_id, union_id, member_id, person_id, way, registered_at)
    values (2, 2, 1, 1, 'member_number', now());
  insert into application_families (application_id, union_id, form_secret, handed_in_at) values (1, 2, '', now());
  insert into correction_requests (union_id, account_id, name, topic, wish_secret, asked_at)
    values (2, 2, '样例会员', 'contact', '', now())`;

/** Number of values that `fillWorkerSecrets` encrypts. */
export const WORKER_SECRET_COUNT = 4;

export async function fillWorkerSecrets(client: ClientBase, cipher: FieldCipher): Promise<void> {
  await client.query(
    'update union_members set phone_secret = $1, identity_secret = $2 where id = 1',
    [
      cipher.encrypt('13800138000', 'union_members.phone:1'),
      cipher.encrypt('440118199001010019', 'union_members.identity:1'),
    ],
  );
  await client.query('update application_families set form_secret = $1 where id = 1', [
    cipher.encrypt('{"form": null, "event": null}', 'application_families.form:1'),
  ]);
  await client.query('update correction_requests set wish_secret = $1 where id = 1', [
    cipher.encrypt('样例更正', 'correction_requests.wish:1'),
  ]);
}
