import { useState } from 'react';
import type { ReactElement } from 'react';

import { EmptyState } from '../empty-state.tsx';
import { Panel } from '../panel.tsx';
import { SearchBox } from '../search-box.tsx';
import { findOperations, groupByTag, listOperations } from './api-document.ts';
import type { ApiDocument } from './api-document.ts';
import { OperationCard } from './operation-card.tsx';

export interface ApiGuideProps {
  readonly document: ApiDocument;
  /** The name of a group and of a right in words. */
  readonly tagName: (tag: string) => string;
  readonly accessName: (access: string) => string;
}

/** An OpenAPI document to read and search. */
export function ApiGuide({ document, tagName, accessName }: ApiGuideProps): ReactElement {
  const [search, setSearch] = useState('');
  const operations = listOperations(document);
  const found = findOperations(operations, search);
  return (
    <>
      <div className="filters">
        <SearchBox label="查找接口" value="" onSearch={setSearch} />
        <span className="filters-count" aria-live="polite">
          {`共 ${operations.length} 个接口${search === '' ? '' : `，找到 ${found.length} 个`}`}
        </span>
      </div>
      {found.length === 0 ? (
        <EmptyState title="没有找到接口">
          <p>请换一个词，例如路径中的“unions”或说明中的“导出”。</p>
        </EmptyState>
      ) : null}
      {groupByTag(found).map(([tag, group]) => (
        <Panel key={tag} title={tagName(tag)} extra={`${group.length} 个`}>
          <ul className="api-operations">
            {group.map((operation) => (
              <OperationCard key={operation.id} operation={operation} accessName={accessName} />
            ))}
          </ul>
        </Panel>
      ))}
    </>
  );
}
