import type { ComponentType } from 'react';

import type { FieldProps } from '#ui/form/field-props.ts';

import type { UnionLevel } from '../rules/roles.ts';

export interface UnionInputProps extends FieldProps {
  readonly value?: number | undefined;
  readonly onChange?: (unionId: number | undefined) => void;
  readonly levels?: readonly UnionLevel[] | undefined;
}

/** Chooses a union. Handed in: the union tree takes its rights from here, so it cannot be asked from here. */
export type UnionInput = ComponentType<UnionInputProps>;
