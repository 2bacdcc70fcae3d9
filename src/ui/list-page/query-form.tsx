import { DownOutlined, FilterOutlined, UpOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useId, useState } from 'react';
import type { ReactElement } from 'react';

import { useIsPhone } from '../use-is-phone.ts';
import { describeFilter, listSearchReader } from './list-search.ts';
import type { ListSearch, QueryField } from './list-search.ts';
import { QueryControl } from './query-control.tsx';
import type { QueryControlProps } from './query-control.tsx';

interface QueryFormProps {
  readonly fields: readonly QueryField[];
  readonly search: ListSearch;
  readonly onSearchChange: (next: ListSearch) => void;
}

/** In sight before 展开; with the buttons they fill one row. */
const ALWAYS_SHOWN = 3;

/** The conditions of a list: they count once 查询 is pressed. Folded away on a phone. */
export function QueryForm(props: QueryFormProps): ReactElement {
  const isPhone = useIsPhone();
  const [isOpen, setOpen] = useState(false);
  const active = describeFilter(props.fields, props.search).length;
  if (!isPhone) return <Conditions {...props} />;
  return (
    <div className="query-fold">
      <Button
        block
        icon={<FilterOutlined aria-hidden />}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {active === 0 ? '查询条件' : `查询条件（已设 ${active} 项）`}
      </Button>
      {isOpen ? (
        <Conditions
          {...props}
          onSearchChange={(next) => {
            setOpen(false);
            props.onSearchChange(next);
          }}
        />
      ) : null}
    </div>
  );
}

function Conditions({ fields, search, onSearchChange }: QueryFormProps): ReactElement {
  const id = useId();
  const [typed, setTyped] = useTyped(search);
  const { shown, canFold, isUnfolded, setUnfolded } = useFold(fields, search);
  const sort: ListSearch = search['sort'] === undefined ? {} : { sort: search['sort'] };
  return (
    <form
      className="panel query-form"
      aria-label="查询条件"
      onSubmit={(event) => {
        event.preventDefault();
        onSearchChange({ ...listSearchReader(fields)(typed), ...sort });
      }}
    >
      {shown.map((field) => (
        <Condition
          key={field.key}
          id={`${id}-${field.key}`}
          field={field}
          search={typed}
          onChange={(key, value) => setTyped({ ...typed, [key]: value })}
        />
      ))}
      <div className="query-actions">
        <Button
          onClick={() => {
            setTyped({});
            onSearchChange(sort);
          }}
        >
          重置
        </Button>
        <Button type="primary" htmlType="submit">
          查询
        </Button>
        {canFold ? <UnfoldButton isUnfolded={isUnfolded} onUnfold={setUnfolded} /> : null}
      </div>
    </form>
  );
}

function Condition(props: QueryControlProps): ReactElement {
  return (
    <div className="query-field">
      <label htmlFor={props.id}>{props.field.label}</label>
      <QueryControl {...props} />
    </div>
  );
}

interface Fold {
  readonly shown: readonly QueryField[];
  readonly canFold: boolean;
  readonly isUnfolded: boolean;
  readonly setUnfolded: (isUnfolded: boolean) => void;
}

/** The first conditions only, unless a later one is set. */
function useFold(fields: readonly QueryField[], search: ListSearch): Fold {
  const isPhone = useIsPhone();
  const canFold = fields.length > ALWAYS_SHOWN && !isPhone;
  const [isUnfolded, setUnfolded] = useState(
    () => describeFilter(fields.slice(ALWAYS_SHOWN), search).length > 0,
  );
  const shown = canFold && !isUnfolded ? fields.slice(0, ALWAYS_SHOWN) : fields;
  return { shown, canFold, isUnfolded, setUnfolded };
}

interface UnfoldButtonProps {
  readonly isUnfolded: boolean;
  readonly onUnfold: (isUnfolded: boolean) => void;
}

function UnfoldButton({ isUnfolded, onUnfold }: UnfoldButtonProps): ReactElement {
  return (
    <Button
      type="link"
      className="query-unfold"
      aria-expanded={isUnfolded}
      onClick={() => onUnfold(!isUnfolded)}
      icon={isUnfolded ? <UpOutlined aria-hidden /> : <DownOutlined aria-hidden />}
      iconPlacement="end"
    >
      {isUnfolded ? '收起' : '展开'}
    </Button>
  );
}

/** What is typed and not yet asked for; the address wins when it changes. */
function useTyped(search: ListSearch): [ListSearch, (next: ListSearch) => void] {
  const [typed, setTyped] = useState(search);
  const [asked, setAsked] = useState(search);
  if (asked !== search && JSON.stringify(asked) !== JSON.stringify(search)) {
    setAsked(search);
    setTyped(search);
  }
  return [typed, setTyped];
}
