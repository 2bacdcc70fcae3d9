import { connect, type Socket } from 'node:net';

import { AppError } from '#core/app-error.ts';

import type { FileScan } from './file-store.ts';

export type ClamdAddress =
  | { readonly host: string; readonly port: number }
  | { readonly socketPath: string };

const CHUNK_BYTES = 64 * 1024;
const REPLY_MAX_BYTES = 4096;

/**
 * Asks a ClamAV daemon (its INSTREAM command). Only a clear "OK" lets a file pass.
 * @param timeoutMs for the whole scan of one file.
 * @throws AppError (from the scan) invalid `files.infected`; unavailable `files.scanner_unreachable`
 *   or `files.scan_failed`.
 */
export function createClamdScan(address: ClamdAddress, timeoutMs: number): FileScan {
  return async (bytes) => {
    const reply = await ask(address, bytes, timeoutMs);
    if (reply === 'stream: OK') return;
    const signature = /^stream: (.+) FOUND$/.exec(reply)?.[1];
    if (signature !== undefined) throw new AppError('invalid', 'files.infected', { signature });
    throw new AppError('unavailable', 'files.scan_failed', { reply: reply.slice(0, 200) });
  };
}

async function ask(address: ClamdAddress, bytes: Buffer, timeoutMs: number): Promise<string> {
  const socket = connect('socketPath' in address ? { path: address.socketPath } : address);
  const timer = setTimeout(() => socket.destroy(new Error('timeout')), timeoutMs);
  try {
    // Reading starts first: the daemon may answer, and hang up, before it has taken everything.
    const reply = readReply(socket);
    sendStream(socket, bytes);
    return await reply;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : '';
    throw new AppError('unavailable', 'files.scanner_unreachable', { reason }, cause);
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
}

/** Each chunk with its length in front; a length of zero ends the stream. */
function sendStream(socket: Socket, bytes: Buffer): void {
  socket.write('zINSTREAM\0');
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    const chunk = bytes.subarray(start, start + CHUNK_BYTES);
    socket.write(lengthOf(chunk));
    socket.write(chunk);
  }
  socket.write(lengthOf(Buffer.alloc(0)));
}

function lengthOf(chunk: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(chunk.length);
  return length;
}

/** The answer up to its zero byte; what comes without one was cut off. */
function readReply(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let reply = '';
    socket.on('data', (data: Buffer) => {
      reply += data.toString();
      const end = reply.indexOf('\0');
      if (end !== -1) resolve(reply.slice(0, end));
      else if (reply.length > REPLY_MAX_BYTES) reject(new Error('reply too long'));
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('connection closed')));
  });
}
