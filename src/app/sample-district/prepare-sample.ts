import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { ROLE_NAMES } from '#features/accounts/messages.ts';
import { freezeEvaluation } from '#features/evaluations/server/freeze-evaluation.ts';
import type { FrozenEvaluation } from '#features/evaluations/server/routes.ts';
import { policyInForce } from '#features/policies/rules/built-in-policies.ts';
import { inTransaction, SYSTEM_SCOPE } from '#platform/database/transaction.ts';
import { findProjectFolder } from '#platform/project-folder.ts';

import type { Installation } from '../installation/open-installation.ts';
import { isWithoutAccounts } from '../is-without-accounts.ts';
import type { Prepared } from '../run-server.ts';
import { prepareSampleOutput } from '../sample-output.ts';
import type { Services } from '../services.ts';
import { seedDistrict } from './seed-district.ts';
import type { SeededPerson } from './seed-people.ts';

/**
 * Fills an empty installation with the sample district, and evaluates its year. An installation that
 * people use already is served as it is.
 */
export async function prepareSample(
  installation: Installation,
  services: Services,
): Promise<Prepared> {
  const people = (await isWithoutAccounts(installation.database))
    ? await seedDistrict(services)
    : undefined;
  const unionId = await findSampleRoot(installation);
  if (unionId === undefined) return { frozen: undefined, lines: [] };
  const { frozen, line } = await evaluateSample(unionId);
  return { frozen, lines: [line, ...(people === undefined ? [KEPT] : listPeople(people))] };
}

const KEPT =
  '样例账号的密码只在首次启动时显示。需要重设时：npm run songnuan -- reset-password <用户名>';

function findSampleRoot({ database }: Installation): Promise<number | undefined> {
  return inTransaction(database, SYSTEM_SCOPE, async (transaction) => {
    const root = await transaction
      .selectFrom('unions')
      .select('id')
      .where('parentId', 'is', null)
      .where('isSample', '=', true)
      .executeTakeFirst();
    return root?.id;
  });
}

async function evaluateSample(
  unionId: number,
): Promise<{ frozen: FrozenEvaluation; line: string }> {
  const project = findProjectFolder();
  const { evaluation, records, framework, outputDir } = await prepareSampleOutput({
    folder: join(project, 'var', 'sample'),
    build: await readFile(join(project, 'dist', '.stamp', 'server'), 'utf8'),
    onEvaluate: () => console.log('正在评价样例年度…'),
  });
  const { score, grade } = evaluation.totals;
  const frozen = await freezeEvaluation({
    unionId,
    evaluation,
    records,
    outputDir,
    policy: policyInForce(records.fund.cutoff),
    frameworkTitle: framework.title,
    isSample: true,
  });
  const line = `样例年度（${evaluation.fund.year}年）得分${score}，等级为${grade}。`;
  return { frozen, line };
}

function listPeople(people: readonly SeededPerson[]): string[] {
  const width = Math.max(...people.map(({ username }) => username.length));
  return [
    '',
    '样例账号（人员均为虚构；密码只显示这一次，清除样例：npm run songnuan -- remove-sample --yes）：',
    ...people.map(
      ({ username, password, role }) =>
        `  ${username.padEnd(width + 2)}${password}  ${ROLE_NAMES[role]}`,
    ),
    '',
  ];
}
