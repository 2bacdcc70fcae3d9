import type { Evaluation } from '#features/evaluations/rules/evaluation.ts';
import { listOutputFiles, openOutputFolder } from '#features/evaluations/server/output-folder.ts';
import { recordSheets } from '#features/evaluations/server/record-sheets.ts';
import { addEvaluationRoutes } from '#features/evaluations/server/routes.ts';
import { toEvaluationView } from '#features/evaluations/server/view.ts';
import type { YearRecords } from '#features/fund-years/rules/year-records.ts';
import type { PolicyVersion } from '#features/policies/rules/policy-version.ts';
import { createHttpServer, listen } from '#platform/http/http-server.ts';
import type { HttpServer } from '#platform/http/http-server.ts';
import { serveWebApp } from '#platform/http/web-app.ts';

export interface WebAppInput {
  readonly evaluation: Evaluation;
  readonly records: YearRecords;
  readonly policy: PolicyVersion;
  readonly frameworkTitle: string;
  /** The persons are invented: their names are shown, and every page says so. */
  readonly isSample: boolean;
  /** Holds the five files of the evaluation. */
  readonly outputDir: string;
  /** The built page. */
  readonly webDir: string;
}

export interface ServerInput extends WebAppInput {
  readonly host?: string;
  /** 0 takes any free port. */
  readonly port: number;
}

export interface RunningServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** @throws AppError `unavailable`, e.g. `server.port_busy`. */
export async function startServer(input: ServerInput): Promise<RunningServer> {
  const host = input.host ?? '127.0.0.1';
  const app = await buildServer(input, host);
  const url = await listen(app, host, input.port);
  return { url, close: () => app.close() };
}

/** The server before it listens; tests ask it without a port. */
export async function buildServer(input: WebAppInput, host = '127.0.0.1'): Promise<HttpServer> {
  const { evaluation, records, outputDir } = input;
  const app = createHttpServer({ host, explain: (code) => code });
  addEvaluationRoutes(app, {
    evaluation,
    view: toEvaluationView({ ...input, files: await listOutputFiles(outputDir) }),
    sheets: recordSheets(records, input.isSample),
    outputs: openOutputFolder(outputDir, evaluation.fund),
  });
  serveWebApp(app, input.webDir);
  return app;
}
