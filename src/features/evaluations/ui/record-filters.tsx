import { Checkbox } from 'antd';
import type { ReactElement } from 'react';

import { ChoiceBar } from '#ui/choice-bar.tsx';
import { SearchBox } from '#ui/search-box.tsx';

import type { RecordsPage } from '../contract.ts';
import { count } from './figures.ts';
import type { RecordsSearch } from './search-schemas.ts';

interface RecordFiltersProps {
  readonly page: RecordsPage;
  readonly hasTest: boolean;
  readonly search: RecordsSearch;
  readonly onSearch: (next: RecordsSearch) => void;
}

export function RecordFilters({
  page,
  hasTest,
  search,
  onSearch,
}: RecordFiltersProps): ReactElement {
  const current = page.sheets.find(({ name }) => name === page.sheet);
  return (
    <div className="filters">
      <SheetChoice page={page} onSheet={(sheet) => onSearch({ sheet })} />
      {hasTest ? (
        <Checkbox
          checked={search.missed === true}
          onChange={(event) =>
            onSearch({ ...search, missed: event.target.checked ? true : undefined })
          }
        >
          {`只看未达要求的（${current?.missedRows ?? 0}）`}
        </Checkbox>
      ) : null}
      {page.columns.some(({ key }) => key === 'application') ? (
        <SearchBox
          label="按申请编号查找"
          value={search.find ?? ''}
          onSearch={(find) => onSearch({ ...search, find: find === '' ? undefined : find })}
        />
      ) : null}
      <span className="filters-count" aria-live="polite">{`共${count(page.total)}条`}</span>
    </div>
  );
}

interface SheetChoiceProps {
  readonly page: RecordsPage;
  readonly onSheet: (sheet: string) => void;
}

/** Some figures stand on rows of several sheets, e.g. money paid on the ledger and the budget. */
function SheetChoice({ page, onSheet }: SheetChoiceProps): ReactElement | null {
  if (page.sheets.length < 2) return null;
  return (
    <ChoiceBar
      label="记录来源"
      value={page.sheet ?? ''}
      options={page.sheets.map(({ name, rows }) => ({ value: name, label: `${name}（${rows}）` }))}
      onChange={onSheet}
    />
  );
}
