import { useState } from 'react';

export const DENSITIES = [
  { value: 'large', label: '宽松' },
  { value: 'middle', label: '适中' },
  { value: 'small', label: '紧凑' },
] as const;
export type Density = (typeof DENSITIES)[number]['value'];

/** How one person at one computer likes to see a list. */
export interface ListView {
  readonly density: Density;
  readonly hiddenColumns: readonly string[];
}

/** Reads what the browser kept; whatever cannot be read is as the list was designed. */
export function parseListView(text: string | null, initial: ListView): ListView {
  const kept = parseJson(text);
  if (typeof kept !== 'object' || kept === null) return initial;
  const density = 'density' in kept ? kept.density : undefined;
  const hidden = 'hiddenColumns' in kept ? kept.hiddenColumns : undefined;
  return {
    density: DENSITIES.find(({ value }) => value === density)?.value ?? initial.density,
    hiddenColumns: Array.isArray(hidden)
      ? hidden.filter((key) => typeof key === 'string')
      : initial.hiddenColumns,
  };
}

/** The view of a list, kept in this browser under the list's key. */
export function useListView(
  listKey: string,
  initial: ListView,
): [ListView, (next: ListView) => void] {
  const name = `songnuan.list.${listKey}`;
  const [view, setView] = useState(() => parseListView(readKept(name), initial));
  return [
    view,
    (next) => {
      setView(next);
      keep(name, JSON.stringify(next));
    },
  ];
}

/** Storage throws where the browser forbids it. */
function readKept(name: string): string | null {
  try {
    return window.localStorage.getItem(name);
  } catch {
    return null;
  }
}

function keep(name: string, text: string): void {
  try {
    window.localStorage.setItem(name, text);
  } catch {
    // The choice then holds until the page is left.
  }
}

function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
