import type { FieldCipher } from '#platform/secrets/field-cipher.ts';

/** What the names of objectors are sealed with. */
export interface NoticeKeys {
  readonly cipher: Pick<FieldCipher, 'encrypt' | 'decrypt'>;
}

export function objectorContext(objectionId: number): string {
  return `public_notice_objections.objector:${objectionId}`;
}
