import { z } from 'zod';

import { DayInput } from '#core/day-input.ts';

import { ACCOUNT_STATES } from './account-view.ts';
import { MAX_PASSWORD_LENGTH } from './judge-password.ts';
import { ROLES, UNION_LEVELS } from './roles.ts';

const MAX_SMALL_TEXT = 200;

/** As typed; capital letters are small ones, blanks around it are dropped. */
export const Username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[0-9a-z._@-]{2,60}$/, '用户名为 2 至 60 个小写字母、数字或 . _ @ -');

export const Password = z.string().min(1, '请填写密码').max(MAX_PASSWORD_LENGTH, '密码过长');

/** Why, as the audit log keeps it. */
export const Reason = z.string().trim().min(4, '请写明事由，至少 4 个字').max(MAX_SMALL_TEXT);

const Phone = z
  .string()
  .trim()
  .regex(/^[0-9+][0-9 -]{4,19}$/, '请填写电话号码');
const Mail = z.email('请填写邮箱地址').max(MAX_SMALL_TEXT);
const DisplayName = z.string().trim().min(1, '请填写姓名').max(60);

export const IdParams = z.object({ id: z.coerce.number().int().positive() });

/** Found after failures; see `proof-of-work.ts`. */
export const Proof = z.object({ challenge: z.string().max(500), nonce: z.string().max(100) });

export const SignIn = z.object({
  username: z.string().trim().toLowerCase().min(1, '请填写用户名').max(60),
  password: Password,
  proof: Proof.optional(),
});
export type SignIn = z.output<typeof SignIn>;

/** Six digits of the app, or one of the recovery codes. */
export const SecondFactorCode = z.object({ code: z.string().trim().min(6).max(20) });
export const PasswordProof = z.object({ password: Password });
export const PasswordChange = z.object({ current: Password, next: Password });
export type PasswordChange = z.output<typeof PasswordChange>;

export const AccountQuery = z.object({
  /** Part of the name or the username; a whole phone number is found exactly. */
  text: z.string().trim().max(60).optional(),
  unionId: z.coerce.number().int().positive().optional(),
  role: z.enum(ROLES).optional(),
  state: z.enum(ACCOUNT_STATES).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(10).max(200).default(50),
});
export type AccountQuery = z.output<typeof AccountQuery>;

export const NewAccount = z.object({
  unionId: z.int().positive(),
  username: Username,
  displayName: DisplayName,
  phone: Phone.nullable().default(null),
  mail: Mail.nullable().default(null),
});
export type NewAccount = z.output<typeof NewAccount>;

/** What is left out stays as it is. */
export const AccountChange = z.object({
  version: z.int(),
  unionId: z.int().positive().optional(),
  displayName: DisplayName.optional(),
  phone: Phone.nullable().optional(),
  mail: Mail.nullable().optional(),
});
export type AccountChange = z.output<typeof AccountChange>;

export const ReasonBody = z.object({ reason: Reason });

export const RoleGrantBody = z.object({
  role: z.enum(ROLES),
  unionId: z.int().positive(),
  validFrom: DayInput,
  validTo: DayInput.nullable().default(null),
  reason: Reason,
});
export type RoleGrantBody = z.output<typeof RoleGrantBody>;

/** A role that has not begun is taken back altogether; else it ends with that day. */
export const RoleEnd = z.object({ lastDay: DayInput, reason: Reason });
export type RoleEnd = z.output<typeof RoleEnd>;

export const IdentityLink = z.object({
  /** The person's name at the provider (`sub`). */
  subject: z.string().trim().min(1).max(MAX_SMALL_TEXT),
  reason: Reason,
});

const FirstPerson = z.object({ username: Username, displayName: DisplayName });

/** The root union and the three administrators, who are three persons. */
export const SetupBody = z.object({
  code: z.string().trim().max(100).describe('安装时在终端显示的一次性设置码'),
  union: z.object({
    code: z.string().regex(/^[0-9A-Za-z-]{1,40}$/, '工会编码为字母、数字或短横'),
    name: z.string().trim().min(2).max(100),
    level: z.enum(UNION_LEVELS).extract(['city', 'district']),
  }),
  /** Who sets up; signs in at once with this password. */
  systemAdmin: FirstPerson.extend({ password: Password }),
  securityAdmin: FirstPerson,
  auditAdmin: FirstPerson,
});
export type SetupBody = z.output<typeof SetupBody>;
