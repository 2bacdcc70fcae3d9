import type { AddressInfo } from 'node:net';

import { SMTPServer } from 'smtp-server';
import type { SMTPServerOptions } from 'smtp-server';

import { LOOPBACK_CERTIFICATE } from './loopback-certificate.ts';

export interface TestMailServer {
  readonly port: number;
  /** What it took, head and body, in order. */
  readonly mails: readonly string[];
  readonly close: () => Promise<void>;
}

/** A real SMTP server. */
export async function openMailServer(options: SMTPServerOptions = {}): Promise<TestMailServer> {
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    ...LOOPBACK_CERTIFICATE,
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        mails.push(Buffer.concat(chunks).toString('utf8'));
        done(null, 'queued as 42');
      });
    },
    ...options,
  });
  server.on('error', () => {}); // a client that distrusts the certificate is an error to the server
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
