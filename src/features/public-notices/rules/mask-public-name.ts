/**
 * A name as a public notice shows it: 张*三, of two characters 李*. Longer names keep the first and the
 * last character.
 */
export function maskPublicName(name: string): string {
  const [first, ...rest] = name.trim();
  if (first === undefined) return '*';
  const last = rest.pop();
  if (last === undefined || rest.length === 0) return `${first}*`;
  return `${first}${'*'.repeat(rest.length)}${last}`;
}
