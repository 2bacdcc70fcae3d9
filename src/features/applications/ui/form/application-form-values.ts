import { z } from 'zod';

import { quarterOf, yearOf } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';
import type { FormValues } from '#ui/form/form-values.ts';

import { roundText } from '../../messages.ts';
import {
  ApplicationChange,
  ApplicationWish,
  NewApplication,
} from '../../rules/application-inputs.ts';
import type { ApplicationDetail } from '../../rules/application-views.ts';

type Values = Readonly<Record<string, unknown>>;

const EMPTY_FACTS = {
  story: null,
  illness: null,
  selfPaidFen: null,
  aidElsewhere: null,
  relativesInUnion: null,
};
/** Chosen for an event that is not on file yet. */
export const NEW_EVENT = 'new';

/** The page's fields as the routes want them: what does not belong to the aid chosen is left out. */
export const NewApplicationValues = z.preprocess(completed, NewApplication);
export const ApplicationChangeValues = z.preprocess(completed, ApplicationChange);

function completed(raw: unknown): unknown {
  const { quarter, eventChoice, ...values } = recordOf(raw);
  const isQuarterly = values['aidType'] === '季度救助';
  const isEmergency = values['aidType'] === '紧急救助';
  const isNew = eventChoice === NEW_EVENT;
  return {
    ...values,
    aidClass: values['aidType'] === '实物慰问' ? null : (values['aidClass'] ?? null),
    round: isQuarterly ? toRound(quarter) : null,
    eventId: isEmergency && typeof eventChoice === 'number' ? eventChoice : null,
    event: isEmergency && isNew ? recordOf(values['event']) : null,
    requestedFen: values['requestedFen'] ?? null,
    specialReason: values['specialReason'] ?? null,
    facts: { ...EMPTY_FACTS, ...recordOf(values['facts']) },
  };
}

function toRound(quarter: unknown): { year: number; quarter: number } | null {
  const [year, number] = typeof quarter === 'string' ? quarter.split('-') : [];
  return year === undefined || number === undefined
    ? null
    : { year: Number(year), quarter: Number(number) };
}

/** The last quarter, this one and the next. */
export function quarterOptions(today: PlainDate): { value: string; label: string }[] {
  const now = yearOf(today) * 4 + quarterOf(today) - 1;
  return [now - 1, now, now + 1].map((index) => {
    const round = { year: Math.floor(index / 4), quarter: (index % 4) + 1 };
    return { value: `${round.year}-${round.quarter}`, label: roundText(round) };
  });
}

/** An application as its form first shows it. */
export function toFormValues(application: ApplicationDetail): FormValues {
  const { version, round, event, facts } = application;
  const wish = ApplicationWish.keyof().options;
  return {
    ...Object.fromEntries(
      Object.entries(application).filter(([key]) => wish.some((one) => one === key)),
    ),
    event: undefined,
    facts: { ...facts },
    version,
    quarter: round === null ? undefined : `${round.year}-${round.quarter}`,
    eventChoice: event?.id,
  };
}

function recordOf(value: unknown): Values {
  return isRecord(value) ? value : {};
}

function isRecord(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
