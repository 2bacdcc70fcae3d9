import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';

import { issueText } from '#core/issue-text.ts';
import type { RouteContract, RouteInput } from '#core/route-contract.ts';

export interface FieldFault {
  /** Dotted path inside the body, the query or the address. */
  readonly path: string;
  /** Chinese. */
  readonly message: string;
}

/** Input that breaks its schema; recognised by `faults`. */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput';
  readonly faults: readonly FieldFault[];

  constructor(faults: readonly FieldFault[]) {
    super('the input breaks its schema');
    this.faults = faults;
  }
}

/** @throws InvalidInput with every fault of address, query and body together. */
export function parseInput<Route extends RouteContract>(
  route: Route,
  request: FastifyRequest,
): RouteInput<Route> {
  const params = route.params.safeParse(request.params ?? {});
  const query = route.query.safeParse(request.query ?? {});
  const body = route.body.safeParse(request.body ?? {});
  const faults = [params, query, body].flatMap((result) =>
    result.success ? [] : result.error.issues.map(toFault),
  );
  if (faults.length > 0) throw new InvalidInput(faults);
  // All three were parsed by the schemas the type is made of.
  return { params: params.data, query: query.data, body: body.data } as RouteInput<Route>;
}

function toFault(issue: z.core.$ZodIssue): FieldFault {
  return { path: issue.path.map(String).join('.'), message: issueText(issue) };
}
