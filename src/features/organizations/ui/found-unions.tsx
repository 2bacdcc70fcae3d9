import type { ReactElement } from 'react';

import { QueryState } from '#ui/query-state.tsx';

import { FOUND_AT_ONCE, useFoundUnions } from './union-queries.ts';
import type { UnionTreeProps } from './union-tree.tsx';

interface FoundUnionsProps extends UnionTreeProps {
  readonly search: string;
}

/** In place of the tree while something is searched for. */
export function FoundUnions({ search, chosen, onChoose }: FoundUnionsProps): ReactElement {
  const query = useFoundUnions(search);
  return (
    <QueryState query={query}>
      {({ items, total }) => (
        <>
          <p className="field-hint" aria-live="polite">
            {foundText(items.length, total)}
          </p>
          <ul>
            {items.map((union) => (
              <li key={union.id}>
                <button
                  type="button"
                  className="union-tree-name"
                  aria-pressed={chosen === union.id}
                  onClick={() => onChoose(union.id)}
                >
                  {union.name}
                  <small>{union.parentName ?? union.code}</small>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </QueryState>
  );
}

function foundText(shown: number, total: number): string {
  if (total === 0) return '没有找到，请换一个名称或编码。';
  return total > FOUND_AT_ONCE
    ? `找到 ${total} 个，先显示 ${shown} 个；请多输入几个字。`
    : `找到 ${total} 个`;
}
