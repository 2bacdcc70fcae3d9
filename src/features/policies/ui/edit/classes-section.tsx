import { Input } from 'antd';
import type { ReactElement } from 'react';

import { Field } from '#ui/form/field.tsx';
import { MoneyInput } from '#ui/form/money-input.tsx';
import { Panel } from '#ui/panel.tsx';

import { AID_CLASSES } from '../../rules/policy-version.ts';
import type { AidClass } from '../../rules/policy-version.ts';
import { CitationFields } from './citation-fields.tsx';

/** 类别: the codes stay, what they cover and what is paid may change. */
export function ClassesSection(): ReactElement {
  return (
    <Panel title="救助类别和标准" extra="Q 为季度救助，E 为紧急救助" className="form-section">
      {AID_CLASSES.map((code) => (
        <ClassFields key={code} code={code} />
      ))}
    </Panel>
  );
}

function ClassFields({ code }: { readonly code: AidClass }): ReactElement {
  const place = ['body', 'classes', code];
  return (
    <fieldset className="field-row">
      <div className="field-row-head">
        <legend>{`${code} 类`}</legend>
      </div>
      <div className="form-grid">
        <Field name={[...place, 'name']} label="情形" isWide>
          <Input maxLength={200} />
        </Field>
        <Field name={[...place, 'minFen']} label="最低金额">
          <MoneyInput hasCapitals={false} />
        </Field>
        <Field name={[...place, 'maxFen']} label="最高金额">
          <MoneyInput hasCapitals={false} />
        </Field>
        <CitationFields place={[...place, 'citation']} />
      </div>
    </fieldset>
  );
}
