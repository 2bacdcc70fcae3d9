import type { INVITATION_STATES } from '../../rules/desk-inputs.ts';

export const INVITATION_STATE_NAMES: Readonly<Record<(typeof INVITATION_STATES)[number], string>> =
  { open: '待使用', used: '已注册', revoked: '已收回', expired: '已过期' };

export const MEMBER_CHOICES = { present: '在会', left: '已离会' } as const;
export const CORRECTION_CHOICES = {
  open: '待答复',
  done: '已更正',
  declined: '未更正',
} as const;
