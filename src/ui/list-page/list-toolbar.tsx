import { ColumnHeightOutlined, ReloadOutlined, SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Dropdown, Popover, Select } from 'antd';
import type { ReactElement, ReactNode } from 'react';

import { useIsPhone } from '../use-is-phone.ts';
import type { ListColumn } from './list-columns.ts';
import type { ListSort } from './list-search.ts';
import { DENSITIES } from './list-view.ts';
import type { ListView } from './list-view.ts';

export interface ListToolbarProps<Row> {
  /** 共 N 条 */
  readonly count: string;
  readonly columns: readonly ListColumn<Row>[];
  readonly view: ListView;
  readonly onView: (view: ListView) => void;
  /** How the list was designed, for 恢复默认. */
  readonly initialView: ListView;
  readonly sort: ListSort | undefined;
  readonly onSort: (sort: ListSort | undefined) => void;
  readonly isRefreshing: boolean;
  readonly onRefresh: () => void;
  /** 新建, 导入, 导出 … */
  readonly children: ReactNode;
}

/** Above the rows: how many there are, what can be done with them, how they look. */
export function ListToolbar<Row>(props: ListToolbarProps<Row>): ReactElement {
  const { count, isRefreshing, onRefresh, children } = props;
  const isPhone = useIsPhone();
  return (
    <div className="list-toolbar">
      <span className="list-count" aria-live="polite">
        {count}
      </span>
      <div className="list-tools">
        {children}
        <Button
          type="text"
          title="刷新"
          aria-label="刷新"
          icon={<ReloadOutlined aria-hidden spin={isRefreshing} />}
          onClick={onRefresh}
        />
        {isPhone ? (
          <SortChoice {...props} />
        ) : (
          <>
            <DensityMenu {...props} />
            <ColumnChoice {...props} />
          </>
        )}
      </div>
    </div>
  );
}

function DensityMenu<Row>({ view, onView }: ListToolbarProps<Row>): ReactElement {
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: [view.density],
        items: DENSITIES.map(({ value, label }) => ({ key: value, label })),
        onClick: ({ key }) => {
          const density = DENSITIES.find(({ value }) => value === key)?.value;
          if (density !== undefined) onView({ ...view, density });
        },
      }}
    >
      <Button
        type="text"
        title="密度"
        aria-label="密度"
        aria-haspopup="menu"
        icon={<ColumnHeightOutlined aria-hidden />}
      />
    </Dropdown>
  );
}

function ColumnChoice<Row>(props: ListToolbarProps<Row>): ReactElement {
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title="显示的列"
      content={<ColumnBoxes {...props} />}
    >
      <Button
        type="text"
        title="列设置"
        aria-label="列设置"
        aria-haspopup="dialog"
        icon={<SettingOutlined aria-hidden />}
      />
    </Popover>
  );
}

function ColumnBoxes<Row>(props: ListToolbarProps<Row>): ReactElement {
  const { columns, view, onView, initialView } = props;
  return (
    <div className="column-choice">
      {columns.map(({ key, title, isAlwaysShown = false }) => (
        <Checkbox
          key={key}
          disabled={isAlwaysShown}
          checked={isAlwaysShown || !view.hiddenColumns.includes(key)}
          onChange={({ target }) => {
            const others = view.hiddenColumns.filter((hidden) => hidden !== key);
            onView({ ...view, hiddenColumns: target.checked ? others : [...others, key] });
          }}
        >
          {title}
        </Checkbox>
      ))}
      <Button
        size="small"
        onClick={() => onView({ ...view, hiddenColumns: initialView.hiddenColumns })}
      >
        恢复默认
      </Button>
    </div>
  );
}

/** Cards have no head to sort by. */
function SortChoice<Row>({ columns, sort, onSort }: ListToolbarProps<Row>): ReactElement | null {
  const options = columns.flatMap(({ title, sortKey }) =>
    sortKey === undefined
      ? []
      : [
          { value: sortKey, label: `${title}升序` },
          { value: `-${sortKey}`, label: `${title}降序` },
        ],
  );
  if (options.length === 0) return null;
  return (
    <Select<string>
      aria-label="排序"
      className="list-sort"
      placeholder="默认排序"
      allowClear
      options={options}
      value={sort === undefined ? null : `${sort.isDescending ? '-' : ''}${sort.key}`}
      onChange={(value?: string) =>
        onSort(
          value === undefined
            ? undefined
            : { key: value.replace(/^-/, ''), isDescending: value.startsWith('-') },
        )
      }
    />
  );
}
