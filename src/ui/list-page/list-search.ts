import type { ComponentType } from 'react';

import { fen, formatYuanShort } from '#core/money.ts';
import { parsePlainDate, toChineseDate } from '#core/plain-date.ts';

interface FieldBase {
  /** Name in the address; a range adds `From` and `To`, or `Min` and `Max`. */
  readonly key: string;
  readonly label: string;
}

export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

export interface TextQuery extends FieldBase {
  readonly kind: 'text';
  readonly placeholder?: string;
}

export interface SelectQuery extends FieldBase {
  readonly kind: 'select';
  /** May be empty while they load; then any value of the address stands. */
  readonly options: readonly SelectOption[];
  /** Several values, joined by commas in the address. */
  readonly isMultiple?: boolean;
}

export interface DateRangeQuery extends FieldBase {
  readonly kind: 'dateRange';
}

/** `money` is fen in the address and yuan on the page. */
export interface NumberRangeQuery extends FieldBase {
  readonly kind: 'moneyRange' | 'numberRange';
  readonly unit?: string;
}

export interface LookupControlProps {
  readonly id: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** One of too many to list, found by a control of the feature's own. */
export interface LookupQuery extends FieldBase {
  readonly kind: 'lookup';
  readonly control: ComponentType<LookupControlProps>;
  /** What is chosen, in words; the bare value unless given. */
  readonly describe?: (value: string) => string;
}

export type QueryField = TextQuery | SelectQuery | DateRangeQuery | NumberRangeQuery | LookupQuery;

/** What stands behind the question mark of a list's address; `sort` is `key` or `-key`. */
export type ListSearch = Readonly<Record<string, string>>;

export interface ListSort {
  readonly key: string;
  readonly isDescending: boolean;
}

/** The names under which a field stands in the address. */
export function searchKeysOf({
  kind,
  key,
}: QueryField): readonly [string] | readonly [string, string] {
  if (kind === 'dateRange') return [`${key}From`, `${key}To`];
  if (kind === 'moneyRange' || kind === 'numberRange') return [`${key}Min`, `${key}Max`];
  return [key];
}

const ID = /^[1-9]\d{0,9}$/;

/**
 * For a route's `validateSearch`: what is unknown or cannot be read is left out.
 * @param idKeys names of numbered things, whose controls come with the page and not with its route.
 */
export function listSearchReader(
  fields: readonly QueryField[],
  sortKeys: readonly string[] = [],
  idKeys: readonly string[] = [],
): (raw: Readonly<Record<string, unknown>>) => ListSearch {
  return (raw) => {
    const kept: [string, string][] = fields.flatMap((field) =>
      searchKeysOf(field).flatMap((key): [string, string][] => {
        const value = readValue(field, textOf(raw[key]));
        return value === '' ? [] : [[key, value]];
      }),
    );
    for (const key of idKeys) {
      const id = textOf(raw[key]);
      if (ID.test(id)) kept.push([key, id]);
    }
    const sort = textOf(raw['sort']);
    if (sortKeys.includes(sort.replace(/^-/, ''))) kept.push(['sort', sort]);
    return Object.fromEntries(kept);
  };
}

export function readSort({ sort }: ListSearch): ListSort | undefined {
  if (sort === undefined || sort === '') return undefined;
  return { key: sort.replace(/^-/, ''), isDescending: sort.startsWith('-') };
}

/** Another order, the same filter. */
export function withSort(search: ListSearch, sort: ListSort | undefined): ListSearch {
  const filter = Object.entries(search).filter(([key]) => key !== 'sort');
  if (sort !== undefined) filter.push(['sort', `${sort.isDescending ? '-' : ''}${sort.key}`]);
  return Object.fromEntries(filter);
}

export interface FilterPart {
  readonly label: string;
  readonly text: string;
}

/** The filter in words, field by field. */
export function describeFilter(fields: readonly QueryField[], search: ListSearch): FilterPart[] {
  return fields.flatMap((field) => {
    const [first = '', second] = searchKeysOf(field).map((key) => search[key] ?? '');
    const text =
      second === undefined ? describeValue(field, first) : describeRange(field, first, second);
    return text === '' ? [] : [{ label: field.label, text }];
  });
}

function describeRange(field: QueryField, from: string, to: string): string {
  if (from === '' && to === '') return '';
  if (to === '') return `${describeValue(field, from)}起`;
  if (from === '') return `至${describeValue(field, to)}`;
  return `${describeValue(field, from)}至${describeValue(field, to)}`;
}

function describeValue(field: QueryField, value: string): string {
  if (value === '') return '';
  switch (field.kind) {
    case 'text':
      return `含“${value}”`;
    case 'select': {
      const labels = new Map(field.options.map((option) => [option.value, option.label]));
      return valuesOf(field, value)
        .map((one) => labels.get(one) ?? one)
        .join('、');
    }
    case 'dateRange': {
      const day = parsePlainDate(value);
      return day === undefined ? value : toChineseDate(day);
    }
    case 'moneyRange':
      return `${formatYuanShort(fen(Number(value)))}元`;
    case 'numberRange':
      return `${value}${field.unit ?? ''}`;
    case 'lookup':
      return field.describe?.(value) ?? value;
  }
}

/** The value as the address may hold it; empty when it cannot be read. */
function readValue(field: QueryField, text: string): string {
  switch (field.kind) {
    case 'text':
    case 'lookup':
      return text.trim();
    case 'select': {
      const known = new Set(field.options.map(({ value }) => value));
      const values = valuesOf(field, text);
      return values.filter((value) => known.size === 0 || known.has(value)).join(',');
    }
    case 'dateRange':
      return parsePlainDate(text) ?? '';
    case 'moneyRange':
      return /^-?\d{1,15}$/.test(text) ? text : '';
    case 'numberRange':
      return /^-?\d{1,12}(\.\d{1,6})?$/.test(text) ? text : '';
  }
}

export function valuesOf({ isMultiple = false }: SelectQuery, text: string): string[] {
  if (text === '') return [];
  return isMultiple ? text.split(',') : [text];
}

/** The router reads `?year=2026` as a number. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}
