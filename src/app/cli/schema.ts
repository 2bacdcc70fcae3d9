import { parseArgs } from 'node:util';

import { z } from 'zod';

import { AppError } from '#core/app-error.ts';
import { Evaluation } from '#features/evaluations/rules/evaluation.ts';

import type { Command } from './command.ts';
import { EXIT_DONE } from './exit-codes.ts';
import { onePositional } from './positionals.ts';

const HELP = `用法：npm run songnuan -- schema evaluation

输出 evaluation.json 的 JSON Schema（2020-12），供其他系统校验数据。

  --help   显示本说明`;

export const schemaCommand: Command = {
  name: 'schema',
  summary: '输出 evaluation.json 的 JSON Schema',
  help: HELP,
  run: async (args) => {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
    const name = onePositional(positionals, 'evaluation');
    if (name !== 'evaluation') throw new AppError('not_found', 'schema.unknown', { name });
    const schema = z.toJSONSchema(Evaluation, { target: 'draft-2020-12' });
    console.log(JSON.stringify({ title: 'Songnuan evaluation.json', ...schema }, null, 2));
    return EXIT_DONE;
  },
};
