/**
 * What a route may ask for besides a permission: nothing, a session even if it must first change its
 * password or give its second factor, or a session in full standing.
 */
export type GeneralAccess = 'anonymous' | 'any_session' | 'signed_in';

const GENERAL: ReadonlySet<string> = new Set<GeneralAccess>([
  'anonymous',
  'any_session',
  'signed_in',
]);

export function isGeneralAccess(access: string): access is GeneralAccess {
  return GENERAL.has(access);
}
