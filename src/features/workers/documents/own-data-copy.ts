import { day, toChineseDate } from '#core/plain-date.ts';
import type { PlainDate } from '#core/plain-date.ts';
import { typesetPdf } from '#platform/typeset-pdf.ts';

import { COPY_TITLE, SECRETS_PURPOSE, SECRETS_TITLE } from '../rules/own-data-texts.ts';
import type { OwnData } from '../rules/own-views.ts';
import { OWN_DATA_COPY_TYP } from './own-data-copy.typ.ts';

export interface OwnDataCopy {
  readonly name: string;
  readonly unionName: string;
  readonly madeOn: PlainDate;
  readonly parts: OwnData['parts'];
  /** In full: the copy is for whose they are. */
  readonly secrets: readonly { readonly label: string; readonly value: string }[];
}

/** 个人信息副本: everything kept of a person, to be read and kept by that person. */
export function renderOwnDataCopy(copy: OwnDataCopy): Uint8Array {
  const secrets = { title: SECRETS_TITLE, purpose: SECRETS_PURPOSE, fields: copy.secrets };
  const parts = [...copy.parts, ...(copy.secrets.length > 0 ? [secrets] : [])];
  const data = {
    title: COPY_TITLE,
    name: copy.name,
    unionName: copy.unionName,
    madeOn: toChineseDate(day(copy.madeOn)),
    date: copy.madeOn.split('-').map(Number),
    parts: parts.map(({ title, purpose, fields }) => ({
      title,
      purpose,
      fields: fields.map(({ label, value }) => [label, value]),
    })),
  };
  return typesetPdf({
    sources: { '/own-data-copy.typ': OWN_DATA_COPY_TYP },
    main: '/own-data-copy.typ',
    inputs: { copy: JSON.stringify(data) },
    answerLabel: '<none>',
  }).pdf;
}
