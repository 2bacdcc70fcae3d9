import { yuan } from '#core/money.ts';
import type { Fen } from '#core/money.ts';
import type { PlainDate } from '#core/plain-date.ts';
import { minimumLivingInForce, minimumWageInForce } from '#features/policies/rules/parameters.ts';
import type { SettingValues } from '#features/settings/rules/settings.ts';

/** An amount somebody else sets; a dated figure of the policies is one. */
interface Figure {
  readonly fen: Fen;
}

/** Every figure the class depends on, as it stood on the day. */
export interface ClassStandards {
  /** D: 低保标准 a person and month. */
  readonly minimumLiving: Figure | undefined;
  /** 最低工资 a month. */
  readonly minimumWage: Figure | undefined;
  /** Deep hardship is below D; else a net income of exactly D is deep too. */
  readonly isStrict: boolean;
  /** Upper end of 相对困难, in percent of D. */
  readonly relativePercent: number;
  /** 意外致困: what a sudden illness costs, in percent of the yearly income. */
  readonly accidentSharePercent: number;
  /** For how many months an event counts. */
  readonly accidentMonths: number;
  /** Upper ends of the classes of 2016 to 2019, in percent of D. */
  readonly oldBorderlinePercent: number;
  readonly oldAccidentalPercent: number;
  /** Birthday with which working age ends. */
  readonly workingAgeEnd: { readonly male: number; readonly female: number };
}

type HouseholdSettings = Pick<SettingValues, Extract<keyof SettingValues, `households.${string}`>>;

/** The figures of a day, from the settings in force on it; a figure of 0 leaves it to the table. */
export function classStandardsOn(settings: HouseholdSettings, on: PlainDate): ClassStandards {
  const livingYuan = settings['households.minimum_living_yuan'];
  const wageYuan = settings['households.minimum_wage_yuan'];
  return {
    minimumLiving: livingYuan > 0 ? { fen: yuan(livingYuan) } : minimumLivingInForce(on),
    minimumWage: wageYuan > 0 ? { fen: yuan(wageYuan) } : minimumWageInForce(on),
    isStrict: settings['households.class_is_strict'],
    relativePercent: settings['households.relative_percent'],
    accidentSharePercent: settings['households.accident_share_percent'],
    accidentMonths: settings['households.accident_months'],
    oldBorderlinePercent: settings['households.old_borderline_percent'],
    oldAccidentalPercent: settings['households.old_accidental_percent'],
    workingAgeEnd: {
      male: settings['households.working_age_end_men'],
      female: settings['households.working_age_end_women'],
    },
  };
}
