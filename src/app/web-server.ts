import { addEvaluationRoutes } from '#features/evaluations/server/routes.ts';
import type { FrozenEvaluation } from '#features/evaluations/server/routes.ts';
import type { Config } from '#platform/config.ts';
import { createApi } from '#platform/http/api.ts';
import type { Api } from '#platform/http/api.ts';
import { createHttpServer } from '#platform/http/http-server.ts';
import type { HttpServer } from '#platform/http/http-server.ts';
import { serveWebApp } from '#platform/http/web-app.ts';

import { explain } from './explain.ts';
import type { Installation } from './installation/open-installation.ts';

export interface WebServerInput {
  readonly installation: Installation;
  readonly config: Config;
  /** Where it will listen. */
  readonly host: string;
  /** The built page. */
  readonly webDir: string;
  /** The evaluated year, if there is one. */
  readonly frozen: FrozenEvaluation | undefined;
  /** Lets whoever reads the server's screen found the first union and the administrators. */
  readonly setupCode: string;
  readonly now: () => Date;
}

export interface WebServer {
  readonly app: HttpServer;
  readonly api: Api;
}
