import type { ZodType } from 'zod';

import type { GeneralAccess } from '#core/access.ts';
import { completeRoute } from '#core/route-contract.ts';
import type { Nothing, RouteContract, RouteDefinition } from '#core/route-contract.ts';

import type { Permission } from './permissions.ts';

/** What a route asks for; one that states nothing, or a permission nobody grants, does not compile. */
export type Access = Permission | GeneralAccess;

/** A route's contract; parts of the input that are not named must be empty. */
export function defineRoute<
  Reply extends ZodType,
  Params extends ZodType = Nothing,
  Query extends ZodType = Nothing,
  Body extends ZodType = Nothing,
>(
  definition: RouteDefinition<Access, Params, Query, Body, Reply>,
): RouteContract<Access, Params, Query, Body, Reply> {
  return completeRoute(definition);
}
