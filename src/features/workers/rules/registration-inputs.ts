import { z } from 'zod';

import { Password, Username } from '#features/accounts/rules/account-inputs.ts';

/** As printed on the card; blanks within it are dropped. */
export const MemberNumber = z
  .string()
  .trim()
  .transform((text) => text.replaceAll(/\s/g, '').toUpperCase())
  .pipe(z.string().regex(/^[0-9A-Z-]{4,40}$/, '会员号为 4 至 40 位数字、字母或短横'));
const Name = z.string().trim().min(2, '请填写姓名').max(60);

/** Letters and figures that are not taken for each other, in blocks: `K7M2-9XQ4-PA3D`. */
export const InvitationCode = z
  .string()
  .trim()
  .transform((text) => text.replaceAll(/[\s-]/g, '').toUpperCase())
  .pipe(z.string().regex(/^[0-9A-Z]{6,20}$/, '邀请码为 12 位字母和数字'));

export const SmsCode = z
  .string()
  .trim()
  .regex(/^\d{6}$/, '验证码为 6 位数字');

const Chosen = { username: Username, password: Password };

export const InvitationQuestion = z.object({ code: InvitationCode });
export const InvitedRegistration = z.object({ code: InvitationCode, name: Name, ...Chosen });
export type InvitedRegistration = z.output<typeof InvitedRegistration>;

export const CodeRequest = z.object({
  memberNumber: MemberNumber,
  name: Name,
});
export type CodeRequest = z.output<typeof CodeRequest>;

export const MemberRegistration = z.object({ requestId: z.uuid(), code: SmsCode, ...Chosen });
export type MemberRegistration = z.output<typeof MemberRegistration>;
