/** A job that leads somewhere gives back the path of the page as `link`; foreign addresses are none. */
export function findResultLink(result: unknown): string | undefined {
  if (typeof result !== 'object' || result === null || !('link' in result)) return undefined;
  const { link } = result;
  return typeof link === 'string' && /^\/(?!\/)/.test(link) ? link : undefined;
}
