import type { Citation, ClassRule, PaperRule, PolicyVersion } from './policy-version.ts';
import { AID_CLASSES } from './policy-version.ts';

/** What stands at a place, with how it is to be read. */
export type PlacedValue =
  | { readonly kind: 'amount'; readonly fen: number }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'flag'; readonly isOn: boolean }
  | { readonly kind: 'list'; readonly items: readonly string[] };

/** One place at which two versions differ; null where one of them has nothing there. */
export interface VersionDifference {
  /** As `place-names.ts` reads it; papers and steps go by name, not by their row. */
  readonly place: readonly string[];
  readonly before: PlacedValue | null;
  readonly after: PlacedValue | null;
}

/** All differences of two versions, in the order of the form. */
export function compareVersions(before: PolicyVersion, after: PolicyVersion): VersionDifference[] {
  const [first, second] = [placesOf(before), placesOf(after)];
  const keys = new Set([...first.keys(), ...second.keys()]);
  const differences = [...keys].flatMap((key): VersionDifference[] => {
    const [one, other] = [first.get(key), second.get(key)];
    if (one !== undefined && other !== undefined && isSame(one.value, other.value)) return [];
    const place = (one ?? other)?.place ?? [];
    return [{ place, before: one?.value ?? null, after: other?.value ?? null }];
  });
  // What only the second has was met last; it belongs to its section all the same.
  const order = new Map(SECTIONS.map((section, index) => [section, index]));
  const rank = ({ place: [section = ''] }: VersionDifference): number =>
    order.get(section) ?? SECTIONS.length;
  return differences.toSorted((a, b) => rank(a) - rank(b));
}

const SECTIONS: readonly string[] = [
  'title',
  'validFrom',
  'validTo',
  'documents',
  'membership',
  'evidence',
  'classes',
  'quarterly',
  'emergency',
  'personPerTime',
  'householdYear',
  'householdYearHard',
  'goodsPerTime',
  'papers',
  'districtReview',
  'clocks',
  'notice',
];

interface Placed {
  readonly place: readonly string[];
  readonly value: PlacedValue;
}

type Entry = readonly [place: readonly string[], value: PlacedValue];

function placesOf(version: PolicyVersion): Map<string, Placed> {
  const entries = [
    ...headEntries(version),
    ...AID_CLASSES.flatMap((code) => classEntries(version.classes[code])),
    ...quarterlyEntries(version),
    ...limitEntries(version),
    ...version.papers.flatMap(paperEntries),
    ...clockEntries(version),
  ];
  // Two papers of one name would else hide one another.
  return new Map(entries.map(([place, value]) => [JSON.stringify(place), { place, value }]));
}

function headEntries(version: PolicyVersion): Entry[] {
  const { title, validFrom, validTo, documents, membership, evidence } = version;
  return [
    [['title'], text(title)],
    [['validFrom'], text(validFrom)],
    ...(validTo === null ? [] : [[['validTo'], text(validTo)] as const]),
    [['documents'], { kind: 'list', items: documents }],
    ...citationEntries(['membership'], membership),
    ...citationEntries(['evidence'], evidence),
    ...citationEntries(['paymentAfterApproval'], version.paymentAfterApproval),
    ...citationEntries(['identityNumber'], version.identityNumber),
    ...citationEntries(['fundSource'], version.fundSource),
  ];
}

function classEntries({ code, aidType, name, minFen, maxFen, citation }: ClassRule): Entry[] {
  const place = ['classes', code];
  return [
    [[...place, 'aidType'], text(aidType)],
    [[...place, 'name'], text(name)],
    [[...place, 'minFen'], amount(minFen)],
    [[...place, 'maxFen'], amount(maxFen)],
    ...citationEntries(place, citation),
  ];
}

function quarterlyEntries({ quarterly, emergency }: PolicyVersion): Entry[] {
  const place = ['quarterly'];
  return [
    [[...place, 'maxPerPersonYear'], number(quarterly.maxPerPersonYear)],
    [[...place, 'minQuarterDistance'], number(quarterly.minQuarterDistance)],
    ...quarterly.steps.map(({ belowPercent, amountFen }): Entry => [
      [...place, 'steps', `${belowPercent}%`],
      amount(amountFen),
    ]),
    ...citationEntries(place, quarterly.citation),
    ...citationEntries(['emergency', 'onePaymentPerEvent'], emergency.onePaymentPerEvent),
  ];
}

function limitEntries(version: PolicyVersion): Entry[] {
  const { months, citation } = version.householdYearHard;
  return [
    ...(['personPerTime', 'householdYear', 'goodsPerTime'] as const).flatMap((limit): Entry[] => [
      [[limit, 'limitFen'], amount(version[limit].limitFen)],
      ...citationEntries([limit], version[limit].citation),
    ]),
    [['householdYearHard', 'months'], number(months)],
    ...citationEntries(['householdYearHard'], citation),
  ];
}

function paperEntries({ name, classes, isRequired, citation }: PaperRule): Entry[] {
  const place = ['papers', name];
  return [
    [[...place, 'isRequired'], { kind: 'flag', isOn: isRequired }],
    [[...place, 'classes'], { kind: 'list', items: classes }],
    ...citationEntries(place, citation),
  ];
}

function clockEntries({ clocks, districtReview, notice }: PolicyVersion): Entry[] {
  const { citation, ...days } = clocks;
  return [
    [['districtReview', 'workingDays'], number(districtReview.workingDays)],
    ...citationEntries(['districtReview'], districtReview.citation),
    ...Object.entries(days).map(([clock, value]): Entry => [['clocks', clock], number(value)]),
    ...citationEntries(['clocks'], citation),
    [['notice', 'grassrootsDays'], number(notice.grassrootsDays)],
    [['notice', 'districtDays'], number(notice.districtDays)],
    [
      ['notice', 'isAfterPaymentForEmergency'],
      { kind: 'flag', isOn: notice.isAfterPaymentForEmergency },
    ],
    ...citationEntries(['notice'], notice.citation),
  ];
}

function citationEntries(place: readonly string[], { document, clause }: Citation): Entry[] {
  return [
    [[...place, 'document'], text(document)],
    [[...place, 'clause'], text(clause)],
  ];
}

function isSame(a: PlacedValue, b: PlacedValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function text(value: string): PlacedValue {
  return { kind: 'text', text: value };
}

function number(value: number): PlacedValue {
  return { kind: 'number', value };
}

function amount(value: number): PlacedValue {
  return { kind: 'amount', fen: value };
}
