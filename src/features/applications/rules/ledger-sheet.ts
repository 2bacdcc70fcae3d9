import type { Fen } from '#core/money.ts';
import type { PlainDate } from '#core/plain-date.ts';
import {
  CODE,
  COUNT,
  DATE,
  NAME,
  TEXT,
  YUAN,
  oneNamed,
  oneOf,
} from '#features/fund-years/rules/cell-kinds.ts';
import { optional, required } from '#features/fund-years/rules/sheet-spec.ts';
import type { SheetSpec } from '#features/fund-years/rules/sheet-spec.ts';
import { CAUSE_NAMES, SEX_NAMES } from '#features/households/rules/word-names.ts';
import { CAUSES } from '#features/households/rules/words.ts';
import type { Cause } from '#features/households/rules/words.ts';
import { AID_CLASSES, AID_TYPES } from '#features/policies/rules/policy-version.ts';
import type { AidClass, AidType } from '#features/policies/rules/policy-version.ts';

import { STATE_NAMES } from '../messages.ts';
import { APPLICATION_STATES } from './states.ts';
import type { ApplicationState } from './states.ts';

/** What the payments of a case say; blank until it was paid. */
export interface PaymentFacts {
  readonly source: string | null;
  readonly paidOn: PlainDate | null;
  readonly batch: string | null;
}

/** One application on a roster (名册) or in the ledger (台账). */
export interface ListLine extends PaymentFacts {
  readonly name: string;
  readonly sex: 'male' | 'female' | null;
  /** Masked. */
  readonly identityNumber: string | null;
  readonly unionName: string;
  readonly townName: string | null;
  readonly aidType: AidType;
  readonly aidClass: AidClass | null;
  readonly cause: Cause | null;
  readonly appliedOn: PlainDate | null;
  readonly approvedOn: PlainDate | null;
  /** Granted; what is only asked for or proposed stands in the remark. */
  readonly amountFen: Fen | null;
  readonly state: ApplicationState;
  readonly remark: string | null;
}

type LedgerValues = ListLine & { readonly position: number };

/** 台账 in the columns that unions keep it in. */
export const LEDGER_SHEET: SheetSpec<LedgerValues, ListLine> = {
  name: '救助台账',
  isRequired: true,
  purpose: '',
  columns: {
    position: required('序号', COUNT),
    name: required('姓名', NAME),
    sex: optional('性别', oneNamed(['male', 'female'], SEX_NAMES)),
    identityNumber: optional('身份证号', CODE),
    unionName: required('单位', NAME),
    townName: optional('镇街', NAME),
    aidType: required('救助类型', oneOf(AID_TYPES)),
    aidClass: optional('类别', oneOf(AID_CLASSES)),
    cause: optional('致困原因', oneNamed(CAUSES, CAUSE_NAMES)),
    appliedOn: optional('申请日期', DATE),
    approvedOn: optional('审批日期', DATE),
    amountFen: optional('金额', YUAN),
    source: optional('资金来源', NAME),
    paidOn: optional('发放日期', DATE),
    batch: optional('批次', CODE),
    state: required('状态', oneNamed(APPLICATION_STATES, STATE_NAMES)),
    remark: optional('备注', TEXT),
  },
  toRecord: ({ position: _position, ...line }) => line,
  toValues: (line, index) => ({ ...line, position: index + 1 }),
};
