import { useSyncExternalStore } from 'react';

const NAME = 'songnuan.large-text';
const listeners = new Set<() => void>();

/** Large-text mode, kept in this browser; styles follow `data-text` of the root element. */
export function useLargeText(): [boolean, (isLarge: boolean) => void] {
  return [useSyncExternalStore(subscribe, isLargeText), setLargeText];
}

/** Whoever asks first sets the root element, before anything is drawn. */
function isLargeText(): boolean {
  const { dataset } = document.documentElement;
  dataset['text'] ??= readKept() === 'yes' ? 'large' : 'usual';
  return dataset['text'] === 'large';
}

function setLargeText(isLarge: boolean): void {
  document.documentElement.dataset['text'] = isLarge ? 'large' : 'usual';
  try {
    window.localStorage.setItem(NAME, isLarge ? 'yes' : 'no');
  } catch {
    // Where storage is forbidden, the choice holds until the page is left.
  }
  for (const listener of listeners) listener();
}

function readKept(): string | null {
  try {
    return window.localStorage.getItem(NAME);
  } catch {
    return null;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
