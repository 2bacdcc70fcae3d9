import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';

import { DataTable } from '../data-table.tsx';
import type { DataColumn } from '../data-table.tsx';
import type { ApiOperation, ApiParameter, JsonSchema } from './api-document.ts';
import { listFields, typeText } from './schema-fields.ts';
import type { SchemaField } from './schema-fields.ts';

interface OperationCardProps {
  readonly operation: ApiOperation;
  readonly accessName: (access: string) => string;
}

/** One line of the guide; unfolded, everything about it. */
export function OperationCard({ operation, accessName }: OperationCardProps): ReactElement {
  const [isUnfolded, setUnfolded] = useState(false);
  const { method, path, summary } = operation;
  return (
    <li className="api-operation">
      <button
        type="button"
        className="api-operation-head"
        aria-expanded={isUnfolded}
        onClick={() => setUnfolded(!isUnfolded)}
      >
        <span className={`api-method api-method-${method.toLowerCase()}`}>{method}</span>
        <code>{path}</code>
        <span>{summary}</span>
      </button>
      {isUnfolded ? <OperationFacts operation={operation} accessName={accessName} /> : null}
    </li>
  );
}

function OperationFacts({ operation, accessName }: OperationCardProps): ReactElement {
  const { id, access, audit, parameters, body, bodyType, reply, example } = operation;
  return (
    <div className="api-operation-facts">
      <dl className="descriptions">
        <Fact label="名称">{id}</Fact>
        <Fact label="权限">{accessName(access)}</Fact>
        <Fact label="审计">{audit}</Fact>
      </dl>
      {parameters.length === 0 ? null : (
        <Section title="参数">
          <DataTable
            label="参数"
            columns={PARAMETER_COLUMNS}
            rows={parameters}
            rowKey={({ name }) => name}
          />
        </Section>
      )}
      {body === undefined ? null : (
        <Section title={`请求内容（${bodyType}）`}>
          <Fields label="请求内容" schema={body} />
        </Section>
      )}
      {reply === undefined ? null : (
        <Section title="返回内容">
          <Fields label="返回内容" schema={reply} />
        </Section>
      )}
      {example === undefined ? null : <Example example={example} />}
    </div>
  );
}

function Example({ example }: Pick<ApiOperation, 'example'>): ReactElement {
  return (
    <Section title="示例">
      {/* What scrolls must take the focus, or the keyboard cannot scroll it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className="api-example" tabIndex={0}>
        {JSON.stringify(example, null, 2)}
      </pre>
    </Section>
  );
}

interface FactProps {
  readonly label: string;
  readonly children: string;
}

function Fact({ label, children }: FactProps): ReactElement {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

function Section({ title, children }: SectionProps): ReactElement {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

interface FieldsProps {
  readonly label: string;
  readonly schema: JsonSchema;
}

function Fields({ label, schema }: FieldsProps): ReactElement {
  const fields = listFields(schema);
  if (fields.length === 0) {
    const isEmpty = schema['type'] === 'object';
    return <p className="is-absent">{isEmpty ? '无' : typeText(schema)}</p>;
  }
  return (
    <DataTable label={label} columns={FIELD_COLUMNS} rows={fields} rowKey={({ path }) => path} />
  );
}

const PLACES: Readonly<Record<ApiParameter['in'], string>> = {
  path: '路径',
  query: '查询串',
  header: '请求头',
  cookie: 'Cookie',
};

const PARAMETER_COLUMNS: readonly DataColumn<ApiParameter>[] = [
  {
    key: 'name',
    title: '名称',
    width: 160,
    isCardTitle: true,
    render: ({ name }) => <code>{name}</code>,
  },
  { key: 'in', title: '位置', width: 90, render: (parameter) => PLACES[parameter.in] },
  {
    key: 'required',
    title: '必填',
    width: 70,
    render: ({ required }) => (required ? '是' : '否'),
  },
  { key: 'type', title: '类型', render: ({ schema }) => typeText(schema) },
];

const FIELD_COLUMNS: readonly DataColumn<SchemaField>[] = [
  {
    key: 'path',
    title: '字段',
    width: 260,
    isCardTitle: true,
    render: ({ path }) => <code>{path}</code>,
  },
  {
    key: 'required',
    title: '必填',
    width: 70,
    render: ({ isRequired }) => (isRequired ? '是' : '否'),
  },
  { key: 'type', title: '类型', width: 220, render: ({ type }) => type },
  { key: 'note', title: '说明', isWideOnPhone: true, render: ({ note }) => note },
];
