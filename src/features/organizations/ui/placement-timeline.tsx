import type { ReactElement } from 'react';

import { Timeline } from '#ui/detail-page/timeline.tsx';
import type { TimelineEntry } from '#ui/detail-page/timeline.tsx';

import type { UnionDetail } from '../rules/union-views.ts';

type Placement = UnionDetail['placements'][number];

/** 隶属沿革: under whom and under which name the union stood, the newest first. */
export function PlacementTimeline({ union }: { readonly union: UnionDetail }): ReactElement {
  const { placements } = union;
  return (
    <Timeline
      title="隶属沿革"
      entries={placements.map((placement, index) => toEntry(placement, placements[index + 1]))}
      emptyText="尚无沿革记录"
    />
  );
}

function toEntry(placement: Placement, before: Placement | undefined): TimelineEntry {
  const { id, name, parentName, validTo, recordedAt, recordedBy } = placement;
  return {
    key: String(id),
    who: `${recordedBy ?? '系统'} 登记于`,
    when: recordedAt,
    what: `${periodText(placement)}，${parentName === null ? '无上级（或上级不在您的管辖范围）' : `隶属于${parentName}`}`,
    tone: validTo === null ? 'good' : 'plain',
    opinion: opinionOf(placement),
    changes:
      before === undefined || before.name === name
        ? []
        : [{ label: '名称', before: before.name, after: name }],
  };
}

function periodText({ validFrom, validTo }: Placement): string {
  if (validTo === null) return validFrom === null ? '成立以来' : `${validFrom} 起`;
  return validFrom === null ? `至 ${validTo}` : `${validFrom} 至 ${validTo}`;
}

function opinionOf({ reason, document, endReason }: Placement): string {
  return [
    `理由：${reason}`,
    ...(document === null ? [] : [`依据：${document}`]),
    ...(endReason === null ? [] : [`终止：${endReason}`]),
  ].join('；');
}
