import { Button, Input } from 'antd';
import type { ReactElement } from 'react';

import { FieldRows } from '#ui/form/field-rows.tsx';
import type { FieldRow } from '#ui/form/field-rows.tsx';
import { Field } from '#ui/form/field.tsx';
import { Panel } from '#ui/panel.tsx';

import { AID_CLASSES } from '../../rules/policy-version.ts';
import { SeveralField, YesNoField, plainOptions } from '../choices.tsx';
import { CitationFields } from './citation-fields.tsx';

const MOST_PAPERS = 60;
const CLASS_OPTIONS = plainOptions(AID_CLASSES);

/** 申请材料 by class. */
export function PapersSection(): ReactElement {
  return (
    <Panel title="申请材料" className="form-section">
      <FieldRows
        name={['body', 'papers']}
        addText="添加材料"
        emptyText="不要求材料"
        blank={{ classes: [], isRequired: true }}
        most={MOST_PAPERS}
      >
        {(row) => <PaperFields row={row} />}
      </FieldRows>
    </Panel>
  );
}

function PaperFields({ row }: { readonly row: FieldRow }): ReactElement {
  const title = `材料 ${row.index + 1}`;
  return (
    <fieldset className="field-row">
      <div className="field-row-head">
        <legend>{title}</legend>
        <Button size="small" danger onClick={row.remove} aria-label={`删除${title}`}>
          删除
        </Button>
      </div>
      <div className="form-grid">
        <Field name="name" label="材料名称" isWide>
          <Input maxLength={200} />
        </Field>
        <Field name="code" label="编号" hint="小写英文，如 income_proof；已用过的不要改">
          <Input maxLength={40} />
        </Field>
        <YesNoField name="isRequired" label="必交" />
        <SeveralField
          name="classes"
          label="适用类别"
          isWide
          options={CLASS_OPTIONS}
          hint="不选表示全部类别"
        />
        <CitationFields place={['citation']} />
      </div>
    </fieldset>
  );
}
