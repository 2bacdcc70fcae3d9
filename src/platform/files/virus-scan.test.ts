import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, expect, test } from 'vitest';

import { createClamdScan, type ClamdAddress } from './virus-scan.ts';

const TEST_VIRUS = Buffer.from('a harmless text that stands for a virus');
const open: Server[] = [];

afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

test('a clean file passes, whole and in order, whatever its length', async () => {
  const seen: Buffer[] = [];
  const scan = createClamdScan(
    await startDaemon((bytes) => (seen.push(bytes), 'stream: OK')),
    5000,
  );
  for (const length of [1, 65_536, 65_537, 300_000]) {
    const bytes = Buffer.alloc(length, String(length));
    await scan(bytes);
    expect(seen.at(-1)?.equals(bytes)).toBe(true);
  }
});

test('a file with a virus is refused by its name', async () => {
  const scan = createClamdScan(await startDaemon(judge), 5000);
  await expect(scan(TEST_VIRUS)).rejects.toMatchObject({
    kind: 'invalid',
    code: 'files.infected',
    params: { signature: 'Win.Test.EICAR_HDB-1' },
  });
  await expect(scan(Buffer.from('clean'))).resolves.toBeUndefined();
});

test.each([
  'INSTREAM size limit exceeded. ERROR',
  'stream: lstat() failed. ERROR',
  'stream: OK and more',
  'UNKNOWN COMMAND',
  '',
])('no other answer lets a file pass: %j', async (answer) => {
  const scan = createClamdScan(await startDaemon(() => answer), 5000);
  await expect(scan(Buffer.from('x'))).rejects.toMatchObject({
    kind: 'unavailable',
    code: 'files.scan_failed',
    params: { reply: answer },
  });
});

test('a daemon that is not there lets no file pass', async () => {
  const address = await startDaemon(judge);
  const [server] = open.splice(0);
  server?.close();
  if (server !== undefined) await once(server, 'close');
  await expect(createClamdScan(address, 5000)(Buffer.from('x'))).rejects.toMatchObject({
    kind: 'unavailable',
    code: 'files.scanner_unreachable',
  });
});

test('a daemon that says nothing, or half a word, lets no file pass', async () => {
  const unreachable = { kind: 'unavailable', code: 'files.scanner_unreachable' };
  const silent = await listen(() => undefined);
  await expect(createClamdScan(silent, 50)(Buffer.from('x'))).rejects.toMatchObject({
    ...unreachable,
    params: { reason: 'timeout' },
  });
  const cut = await listen((socket) => socket.end('stream: OK'));
  await expect(createClamdScan(cut, 5000)(Buffer.from('x'))).rejects.toMatchObject(unreachable);
});

test.skipIf(process.platform === 'win32')('a daemon is also reached by a socket file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clamd-'));
  const socketPath = join(folder, 'clamd.sock');
  await startDaemon(judge, socketPath);
  await expect(createClamdScan({ socketPath }, 5000)(TEST_VIRUS)).rejects.toMatchObject({
    code: 'files.infected',
  });
  await rm(folder, { recursive: true });
});

function judge(bytes: Buffer): string {
  return bytes.equals(TEST_VIRUS) ? 'stream: Win.Test.EICAR_HDB-1 FOUND' : 'stream: OK';
}

/** Speaks the daemon's side of INSTREAM: the command, chunks with their lengths, one answer. */
function startDaemon(answer: (bytes: Buffer) => string, path?: string): Promise<ClamdAddress> {
  return listen((socket) => {
    let received = Buffer.alloc(0);
    socket.on('data', (data) => {
      received = Buffer.concat([received, Buffer.from(data)]);
      const bytes = wholeStream(received);
      if (bytes !== undefined) socket.end(`${answer(bytes)}\0`);
    });
  }, path);
}

/** The stream's content once its end has arrived. */
function wholeStream(received: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0';
  if (!received.toString('latin1').startsWith(command)) return undefined;
  const chunks: Buffer[] = [];
  let position = command.length;
  while (position + 4 <= received.length) {
    const length = received.readUInt32BE(position);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(received.subarray(position + 4, position + 4 + length));
    position += 4 + length;
  }
  return undefined;
}

async function listen(serve: (socket: Socket) => void, path?: string): Promise<ClamdAddress> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    serve(socket);
  });
  open.push(server);
  server.listen(path ?? { port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') return { socketPath: path ?? '' };
  return { host: '127.0.0.1', port: address.port };
}
