import { isAppError } from '#core/app-error.ts';

import { COMMANDS, findCommand } from './cli/commands.ts';
import { exitCodeOf, EXIT_BUG, EXIT_DONE, EXIT_INVALID } from './cli/exit-codes.ts';
import { explainError, USAGE } from './cli/texts.ts';

process.exitCode = await main(process.argv.slice(2));

/** Parses the command line, runs the command, and turns every outcome into an exit code. */
async function main(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args;
  if (name === '' || name === 'help' || name === '--help' || name === '-h') {
    console.log(USAGE(COMMANDS));
    return name === '' ? EXIT_INVALID : EXIT_DONE;
  }
  const command = findCommand(name);
  if (command === undefined) {
    console.error(`没有名为“${name}”的命令。\n\n${USAGE(COMMANDS)}`);
    return EXIT_INVALID;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    console.log(command.help);
    return EXIT_DONE;
  }
  try {
    return await command.run(rest);
  } catch (error) {
    return report(error, command.help);
  }
}

function report(error: unknown, help: string): number {
  if (isAppError(error)) {
    console.error(explainError(error));
    return exitCodeOf(error.kind);
  }
  if (isUsageError(error)) {
    console.error(`命令行参数有误：${error.message}\n\n${help}`);
    return EXIT_INVALID;
  }
  console.error('程序出现意外错误，未写出任何文件。请把以下内容连同所用命令一并反馈：');
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  return EXIT_BUG;
}

/** `node:util` parseArgs marks its complaints with codes of this form. */
function isUsageError(error: unknown): error is Error {
  return (
    error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  );
}
