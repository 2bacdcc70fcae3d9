/** One subcommand: flags are translated into a call of the same code the server uses. */
export interface Command {
  readonly name: string;
  /** One line of the overview. */
  readonly summary: string;
  readonly help: string;
  /** Returns the exit code; failures are thrown as AppError. */
  readonly run: (args: readonly string[]) => Promise<number>;
}
