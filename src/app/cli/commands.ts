import { backupCommand } from './backup.ts';
import type { Command } from './command.ts';
import { evaluateCommand } from './evaluate.ts';
import { removeSampleCommand } from './remove-sample.ts';
import { resetPasswordCommand } from './reset-password.ts';
import { restoreCommand } from './restore.ts';
import { rotateKeysCommand } from './rotate-keys.ts';
import { schemaCommand } from './schema.ts';
import { serveCommand } from './serve.ts';
import { templateCommand } from './template.ts';
import { verifyCommand } from './verify.ts';

export const COMMANDS: readonly Command[] = [
  templateCommand,
  evaluateCommand,
  schemaCommand,
  serveCommand,
  verifyCommand,
  backupCommand,
  restoreCommand,
  rotateKeysCommand,
  resetPasswordCommand,
  removeSampleCommand,
];

export function findCommand(name: string): Command | undefined {
  return COMMANDS.find((command) => command.name === name);
}
