import { Readable } from 'node:stream';

import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';

import { AppError } from '#core/app-error.ts';

import { failureReason, toSafeLine } from './failure-reason.ts';
import { isWithinReach } from './plain-reach.ts';
import type { OutgoingMessage, SendOutcome, Sender } from './sender.ts';

export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** `tls`: from the first byte (465). `starttls`: required, not hoped for. `none`: a relay nearby. */
  readonly security: 'tls' | 'starttls' | 'none';
  /** Certificates to trust instead of the usual ones, for a server with an authority of its own. */
  readonly caPem: string | undefined;
  readonly credentials: { readonly user: string; readonly password: string } | undefined;
  readonly from: { readonly name: string; readonly address: string };
  /** From the start to the server's answer to the whole message. */
  readonly timeoutMs: number;
}

const ADDRESS = /^[^\s<>()[\]\\,;:"@]+@[^\s<>()[\]\\,;:"@]+$/;

/**
 * Sends plain-text mail, one connection a message. Throws `mail.sender_invalid` for a bad sender
 * address and `mail.password_needs_tls` when a password would cross a network in the clear.
 */
export function createMailSender(server: MailServer): Sender {
  if (!isAddress(server.from.address)) throw new AppError('invalid', 'mail.sender_invalid');
  const isNear = server.host === 'localhost' || isWithinReach(server.host, 'loopback');
  if (server.security === 'none' && server.credentials !== undefined && !isNear) {
    throw new AppError('invalid', 'mail.password_needs_tls');
  }
  return {
    channel: 'mail',
    async send(message): Promise<SendOutcome> {
      if (!isAddress(message.to)) {
        return { kind: 'refused', reason: 'mail.address_invalid', isRetryable: false };
      }
      return deliver(server, message.to, await compose(server, message));
    },
  };
}

function isAddress(text: string): boolean {
  return text.length <= 254 && ADDRESS.test(text);
}

function compose(server: MailServer, message: OutgoingMessage): Promise<Buffer> {
  const domain = server.from.address.slice(server.from.address.indexOf('@') + 1);
  const composer = new MailComposer({
    from: { name: server.from.name, address: server.from.address },
    to: { name: '', address: message.to },
    subject: message.subject,
    text: message.text,
    // The same at each attempt: receivers drop a message that they already have.
    messageId: `<${message.id}@${domain}>`,
    // Keeps out-of-office replies from coming back.
    headers: { 'Auto-Submitted': 'auto-generated' },
  });
  return composer.compile().build();
}

/**
 * Speaks SMTP on nodemailer's connection rather than its transport: only there does it show whether
 * the body had begun to leave, which parts "certainly not accepted" from "perhaps".
 */
async function deliver(server: MailServer, to: string, mime: Buffer): Promise<SendOutcome> {
  const connection = new SMTPConnection(toOptions(server));
  const progress = { hasBodyLeft: false };
  let timer: NodeJS.Timeout | undefined;
  const failure = new Promise<never>((_resolve, reject) => {
    connection.on('error', reject);
    timer = setTimeout(() => {
      reject(Object.assign(new Error(), { code: 'ETIMEDOUT' }));
    }, server.timeoutMs);
  });
  try {
    const envelope = { from: server.from.address, to, size: mime.length };
    const talk = converse(connection, server, () =>
      promised<SMTPConnection.SentMessageInfo>((done) => {
        connection.send(envelope, Readable.from(bodyOf(mime, progress)), done);
      }),
    );
    const { response } = await Promise.race([failure, talk]);
    return { kind: 'sent', receipt: toSafeLine(response, secretsOf(server)) };
  } catch (error) {
    return toFailure(error, progress.hasBodyLeft, secretsOf(server));
  } finally {
    clearTimeout(timer);
    connection.close();
  }
}

/** Read only once the server has said "go ahead" to DATA. */
async function* bodyOf(mime: Buffer, progress: { hasBodyLeft: boolean }): AsyncGenerator<Buffer> {
  progress.hasBodyLeft = true;
  yield mime;
}

async function converse<T>(
  connection: SMTPConnection,
  server: MailServer,
  send: () => Promise<T>,
): Promise<T> {
  await promised((done) => {
    connection.connect((error) => {
      done(error ?? null);
    });
  });
  const { credentials } = server;
  if (credentials !== undefined) {
    await promised((done) => {
      connection.login({ user: credentials.user, pass: credentials.password }, done);
    });
  }
  return send();
}

function promised<T>(start: (done: (error: Error | null, result?: T) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    start((error, result) => {
      // nodemailer calls back with a result whenever there is no error; where T is unknown, with none.
      if (error === null) resolve(result as T);
      else reject(error);
    });
  });
}

function toOptions(server: MailServer): SMTPConnection.Options {
  return {
    host: server.host,
    port: server.port,
    secure: server.security === 'tls',
    requireTLS: server.security === 'starttls',
    ignoreTLS: server.security === 'none',
    connectionTimeout: server.timeoutMs,
    greetingTimeout: server.timeoutMs,
    socketTimeout: server.timeoutMs,
    tls: {
      minVersion: 'TLSv1.2',
      ...(server.caPem === undefined ? {} : { ca: server.caPem }),
    },
  };
}

/** With the forms in which a password travels, should the server repeat it. */
function secretsOf(server: MailServer): string[] {
  if (server.credentials === undefined) return [];
  const { user, password } = server.credentials;
  const travelling = [password, `\0${user}\0${password}`];
  return [password, ...travelling.map((text) => Buffer.from(text).toString('base64'))];
}

/** Failures without a reply of the server that no later attempt can mend. */
const FINAL_CODES: ReadonlySet<string> = new Set(['EAUTH', 'EENVELOPE', 'EMESSAGE']);

function toFailure(error: unknown, hasBodyLeft: boolean, secrets: readonly string[]): SendOutcome {
  const fault = error as Partial<SMTPConnection.SMTPError>; // every field is checked below
  const code = typeof fault.code === 'string' ? fault.code : 'EUNKNOWN';
  if (typeof fault.responseCode === 'number') {
    // A reply is a reply at any point: the server says that it did not take the message.
    const detail = typeof fault.response === 'string' ? fault.response : String(fault.responseCode);
    const isRetryable = fault.responseCode < 500;
    return { kind: 'refused', reason: failureReason('mail.refused', detail, secrets), isRetryable };
  }
  if (hasBodyLeft) return { kind: 'unknown', reason: `mail.no_answer ${code}` };
  const isRetryable = !FINAL_CODES.has(code);
  const reason = isRetryable ? `mail.unreachable ${code}` : `mail.refused ${code}`;
  return { kind: 'refused', reason, isRetryable };
}
