import type { ComponentType } from 'react';

import type { FieldProps } from '#ui/form/field-props.ts';

interface UnionControlProps extends FieldProps {
  readonly value?: number | undefined;
  readonly onChange?: (unionId: number | undefined) => void;
}

/** Chooses a union; handed in, because pages of one feature do not reach into another's. */
export type UnionControl = ComponentType<UnionControlProps>;
