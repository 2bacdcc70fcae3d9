import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';

import { Timeline } from '#ui/detail-page/timeline.tsx';
import type { TimelineEntry } from '#ui/detail-page/timeline.tsx';
import type { Tone } from '#ui/status-badge.tsx';

import type { HouseholdDetail, HouseholdEventView } from '../../rules/household-views.ts';
import { EVENT_KIND_NAMES } from '../../rules/word-names.ts';
import type { EventKind } from '../../rules/words.ts';

const TONES: Readonly<Partial<Record<EventKind, Tone>>> = {
  opened: 'good',
  split_from: 'good',
  relapsed: 'warn',
  exited: 'info',
  merged_in: 'info',
  merged_away: 'info',
};

/** 档案沿革: what happened to the file, as the server orders it. */
export function EventTimeline({
  household,
}: {
  readonly household: HouseholdDetail;
}): ReactElement {
  return <Timeline title="档案沿革" entries={household.events.map(toEntry)} />;
}

function toEntry(event: HouseholdEventView): TimelineEntry {
  const { id, kind, happenedOn, reason, document, recordedAt, recordedByName } = event;
  return {
    key: String(id),
    who: `${recordedByName ?? '系统'} 登记于`,
    when: recordedAt,
    what: (
      <>
        {`${happenedOn} ${EVENT_KIND_NAMES[kind]}`}
        {otherFile(event)}
      </>
    ),
    tone: TONES[kind] ?? 'plain',
    opinion: document === null ? `理由：${reason}` : `理由：${reason}；依据：${document}`,
  };
}

function otherFile({ otherHouseholdId, otherFileNumber }: HouseholdEventView): ReactNode {
  if (otherHouseholdId === null || otherFileNumber === null) return null;
  return (
    <>
      {'（'}
      <Link to="/households/$id" params={{ id: String(otherHouseholdId) }}>
        {otherFileNumber}
      </Link>
      {'）'}
    </>
  );
}
