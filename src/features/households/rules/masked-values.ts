/** What a reader without the right to a value sees in its place, and sends back with the form. */
export function isMasked(text: string | null): boolean {
  return text !== null && text.includes('*');
}
