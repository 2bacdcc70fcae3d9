export interface SecretColumn {
  readonly table: string;
  readonly column: string;
  /** What the context of a value starts with; `:<id of the row>` follows. */
  readonly purpose: string;
}

/** Every encrypted column: what a rotation of the keys encrypts anew. */
export const SECRET_COLUMNS: readonly SecretColumn[] = [
  { table: 'unions', column: 'contact_phone_secret', purpose: 'unions.contact_phone' },
  { table: 'accounts', column: 'phone_secret', purpose: 'accounts.phone' },
  { table: 'accounts', column: 'totp_secret', purpose: 'accounts.totp' },
  { table: 'household_people', column: 'identity_secret', purpose: 'people.identity' },
  { table: 'household_people', column: 'phone_secret', purpose: 'people.phone' },
  { table: 'household_people', column: 'card_secret', purpose: 'people.card' },
  { table: 'household_versions', column: 'facts_secret', purpose: 'households.facts' },
  { table: 'civil_affairs_entries', column: 'identity_secret', purpose: 'civil_affairs.identity' },
  { table: 'union_members', column: 'phone_secret', purpose: 'union_members.phone' },
  { table: 'union_members', column: 'identity_secret', purpose: 'union_members.identity' },
  {
    table: 'application_families',
    column: 'form_secret',
    purpose: 'application_families.form',
  },
  { table: 'correction_requests', column: 'wish_secret', purpose: 'correction_requests.wish' },
  { table: 'applications', column: 'facts_secret', purpose: 'applications.facts' },
  {
    table: 'public_notice_objections',
    column: 'objector_secret',
    purpose: 'public_notice_objections.objector',
  },
];
