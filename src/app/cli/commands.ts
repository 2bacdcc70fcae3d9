import type { Command } from './command.ts';
import { evaluateCommand } from './evaluate.ts';
import { schemaCommand } from './schema.ts';
import { templateCommand } from './template.ts';

export const COMMANDS: readonly Command[] = [templateCommand, evaluateCommand, schemaCommand];

export function findCommand(name: string): Command | undefined {
  return COMMANDS.find((command) => command.name === name);
}
