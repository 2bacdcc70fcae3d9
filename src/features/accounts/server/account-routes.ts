import type { Api } from '#platform/http/api.ts';

import type { AccountDependencies } from './dependencies.ts';

export function addAccountRoutes(_api: Api, _dependencies: AccountDependencies): void {}
