import { backupCommand } from './backup.ts';
import type { Command } from './command.ts';
import { evaluateCommand } from './evaluate.ts';
import { removeSampleCommand } from './remove-sample.ts';
import { restoreCommand } from './restore.ts';
import { rotateKeysCommand } from './rotate-keys.ts';
import { schemaCommand } from './schema.ts';
import { serveCommand } from './serve.ts';
import { templateCommand } from './template.ts';

export const COMMANDS: readonly Command[] = [
  templateCommand,
  evaluateCommand,
  schemaCommand,
  serveCommand,
  backupCommand,
  restoreCommand,
  rotateKeysCommand,
  removeSampleCommand,
];

export function findCommand(name: string): Command | undefined {
  return COMMANDS.find((command) => command.name === name);
}
