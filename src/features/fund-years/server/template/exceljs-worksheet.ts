import type { DataValidation } from 'exceljs';

declare module 'exceljs' {
  interface Worksheet {
    /** Missing in the library's types; takes a whole range as one rule. */
    readonly dataValidations: { add(range: string, validation: DataValidation): void };
  }
}
