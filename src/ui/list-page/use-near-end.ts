import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** Distance below the screen at which the next page is asked for. */
const MARGIN = '600px';

/** Calls back whenever the marked element comes near the screen; put it below the rows. */
export function useNearEnd(onNearEnd: (() => void) | undefined): RefObject<HTMLDivElement | null> {
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = mark.current;
    if (element === null || onNearEnd === undefined) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) onNearEnd();
      },
      { rootMargin: `0px 0px ${MARGIN}` },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [onNearEnd]);
  return mark;
}
