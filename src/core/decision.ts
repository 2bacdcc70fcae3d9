/** Why something is refused: a code of the message catalogue, and the figures of its sentence. */
export interface Reason {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Reasons of one catalogue, typed code by code from a map of codes to params. */
export type ReasonOf<ParamsByCode> = {
  [Code in keyof ParamsByCode]: { readonly code: Code; readonly params: ParamsByCode[Code] };
}[keyof ParamsByCode];

/** A sentence for each code of a catalogue. */
export type ReasonTexts<ParamsByCode> = {
  readonly [Code in keyof ParamsByCode]: (params: ParamsByCode[Code]) => string;
};

export type NoParams = Readonly<Record<string, never>>;

/** What a rule says to a wish: yes, or every reason against it. */
export type Decision<Why> =
  | { readonly ok: true }
  | { readonly ok: false; readonly reasons: readonly Why[] };

/** Yes when nothing speaks against it. */
export function toDecision<Why>(reasons: readonly Why[]): Decision<Why> {
  return reasons.length === 0 ? { ok: true } : { ok: false, reasons };
}

/** The sentence of a reason that has lost its type on the way, if the catalogue is its own. */
export function findReasonText<ParamsByCode>(
  texts: ReasonTexts<ParamsByCode>,
  { code, params }: Reason,
): string | undefined {
  if (!Object.hasOwn(texts, code)) return undefined;
  // The code says which params came with it: both were made as one ReasonOf.
  const known = code as keyof ParamsByCode;
  return texts[known](params as ParamsByCode[typeof known]);
}
