/** What the environment may set. The one place that reads it. */
export interface Config {
  /** As written; undefined when it is not set. */
  readonly port: string | undefined;
}

export function readConfig(): Config {
  const { PORT } = process.env;
  return { port: PORT === '' ? undefined : PORT };
}
