import { startFileSweep } from '#features/attachments/server/start-file-sweep.ts';
import { raiseForgeryAlarm } from '#features/audit/server/raise-forgery-alarm.ts';
import type { Robot } from '#features/audit/server/raise-forgery-alarm.ts';
import { startSealing } from '#features/audit/server/start-sealing.ts';
import type { Sealing } from '#features/audit/server/start-sealing.ts';
import { startJobWorker } from '#features/jobs/server/start-job-worker.ts';
import { startDispatcher } from '#features/notices/server/start-dispatcher.ts';
import { findMemberPhone } from '#features/workers/server/commands/find-member-phone.ts';
import type { Config } from '#platform/config.ts';
import type { Sender } from '#platform/senders/sender.ts';

import { asProgram } from './installation/as-program.ts';
import { createSenders, ROBOT_NAME } from './senders.ts';
import type { Services } from './services.ts';
import { startHousekeeping } from './start-housekeeping.ts';

export interface Background {
  /** Lets what is under way end, for a few seconds. */
  readonly stop: () => Promise<void>;
}

const OUTBOX_EVERY_MS = 2000;
const SWEEP_EVERY_MS = 3_600_000;

/** What the program does without being asked: sealing the log, jobs, messages, tidying up. */
export async function startBackground(
  services: Services,
  config: Config,
  log: Log,
): Promise<Background> {
  const { database, auditLog, settings, files, jobKinds, cipher, now } = services;
  // What may fail comes first: a start that fails leaves nothing running.
  const senders = createSenders(config, {
    now,
    findPhone: (recipient) => findMemberPhone(database, cipher, recipient),
  });
  const worker = await startJobWorker({
    database,
    auditLog,
    kinds: Object.values(jobKinds),
    now,
    onError: (error, jobId) => log(`job ${jobId ?? ''}: ${describe(error)}`),
  });
  const sealing = sealLog(services, listRobots(senders), log);
  const dispatcher = startDispatcher({
    database,
    senders,
    settings,
    now,
    everyMs: OUTBOX_EVERY_MS,
    onError: tell(log, 'outbox'),
  });
  const onError = tell(log, 'sweeping files');
  const sweep = startFileSweep({ database, files, now, everyMs: SWEEP_EVERY_MS, onError });
  const housekeeping = startHousekeeping(services, tell(log, 'housekeeping'));
  return {
    stop: async () => {
      housekeeping.stop();
      await Promise.all([worker.stop(), dispatcher.stop(), sweep.stop()]);
      await sealing.stop();
    },
  };
}

type Log = (line: string) => void;

function listRobots(senders: readonly Sender[]): Robot[] {
  return senders.flatMap(({ channel }) =>
    channel === 'mail' || channel === 'sms' ? [] : [{ channel, name: ROBOT_NAME }],
  );
}

function sealLog(services: Services, robots: readonly Robot[], log: Log): Sealing {
  const { database, auditKeys, now } = services;
  return startSealing(database, auditKeys, {
    now,
    onForged: async (entryIds) => {
      log(`audit entries that this program did not write: ${entryIds.join(', ')}`);
      await asProgram(services, (context) => raiseForgeryAlarm(context, { entryIds, robots }));
    },
    onFailure: tell(log, 'sealing the audit log'),
  });
}

function tell(log: Log, what: string): (error: unknown) => void {
  return (error) => log(`${what}: ${describe(error)}`);
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
