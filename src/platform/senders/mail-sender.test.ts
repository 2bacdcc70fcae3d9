import type { AddressInfo, Server, Socket } from 'node:net';
import { createServer } from 'node:net';

import type { SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';

import { LOOPBACK_CERTIFICATE } from '../../../tests/support/loopback-certificate.ts';
import { openMailServer } from '../../../tests/support/mail-server.ts';
import type { MailServer } from './mail-sender.ts';
import { createMailSender } from './mail-sender.ts';
import type { OutgoingMessage, SendOutcome } from './sender.ts';

const MESSAGE: OutgoingMessage = {
  id: '3f0c1b52-7d8e-4a55-9a2b-0f3f6f1f0a11',
  to: 'wang@union.example',
  subject: '送温暖:有一件申请等您审批',
  text: '市总工会:\n.一行以点开头\n请登录系统查看。',
};

const PASSWORD = 'Correct-horse-9';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

async function aMailServer(options: SMTPServerOptions = {}) {
  const server = await openMailServer(options);
  closers.push(server.close);
  return server;
}

/** A server that answers each line as told, for what a well-behaved one does not do. */
async function aScriptedServer(answer: (line: string, socket: Socket) => string | undefined) {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.write('220 here\r\n');
    let rest = '';
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString()).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const reply = answer(line, socket);
        if (reply !== undefined && socket.writable) socket.write(`${reply}\r\n`);
      }
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  closers.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return (server.address() as AddressInfo).port;
}

function send(port: number, overrides: Partial<MailServer> = {}, message = MESSAGE) {
  const sender = createMailSender({
    host: '127.0.0.1',
    port,
    security: 'none',
    caPem: undefined,
    credentials: undefined,
    from: { name: '送暖', address: 'noreply@songnuan.example' },
    timeoutMs: 2000,
    ...overrides,
  });
  return sender.send(message);
}

const refusal = (outcome: SendOutcome) =>
  outcome.kind === 'refused' ? [outcome.isRetryable, outcome.reason] : outcome;

function failWith(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

describe('a mail that is taken', () => {
  it('is plain text with its Chinese subject, and its receipt is what the server said', async () => {
    const { port, mails } = await aMailServer();
    const outcome = await send(port);
    expect(outcome).toEqual({ kind: 'sent', receipt: expect.stringContaining('queued as 42') });
    const [mail = ''] = mails;
    const [head = '', body = ''] = mail.split('\r\n\r\n');
    expect(head).toContain('Content-Type: text/plain; charset=utf-8');
    expect(head).toContain('Auto-Submitted: auto-generated');
    expect(mail).not.toContain('text/html');
    expect(decodeWords(head)).toContain(MESSAGE.subject);
    expect(Buffer.from(body, 'base64').toString('utf8').trim().replaceAll('\r\n', '\n')).toBe(
      MESSAGE.text,
    );
  });

  it('has the same Message-ID at each attempt', async () => {
    const { port, mails } = await aMailServer();
    await send(port);
    await send(port);
    const ids = mails.map((mail) => /^Message-ID: (.*)$/im.exec(mail)?.[1]);
    expect(ids).toEqual(Array(2).fill(`<${MESSAGE.id}@songnuan.example>`));
  });

  it('gains no header and no recipient from a subject with line breaks', async () => {
    const { port, mails } = await aMailServer();
    await send(port, {}, { ...MESSAGE, subject: 'a\r\nBcc: spy@union.example' });
    expect(mails[0]).not.toMatch(/^Bcc:/im);
  });

  it('travels over TLS from the first byte and over STARTTLS, with a password', async () => {
    const onAuth: SMTPServerOptions['onAuth'] = (auth, _session, done) => {
      if (auth.password === PASSWORD) done(null, { user: 'noreply' });
      else done(failWith(535, `wrong password ${String(auth.password)}`));
    };
    const common = { authOptional: false, onAuth };
    const credentials = { user: 'noreply', password: PASSWORD };
    const caPem = LOOPBACK_CERTIFICATE.cert;
    const tls = await aMailServer({ ...common, secure: true });
    const starttls = await aMailServer({ ...common, disabledCommands: [] });
    expect(await send(tls.port, { security: 'tls', caPem, credentials })).toMatchObject({
      kind: 'sent',
    });
    expect(await send(starttls.port, { security: 'starttls', caPem, credentials })).toMatchObject({
      kind: 'sent',
    });
    const wrong = { user: 'noreply', password: 'Guess-1234567' };
    const outcome = await send(tls.port, { security: 'tls', caPem, credentials: wrong });
    expect(refusal(outcome)).toEqual([false, expect.stringMatching(/^mail\.refused 535 .*\*\*\*/)]);
    expect(JSON.stringify(outcome)).not.toContain(wrong.password);
  });
});

describe('a mail that is certainly not taken', () => {
  it('may be tried again when nobody listens or the name is unknown', async () => {
    const { port } = await aMailServer();
    await Promise.all(closers.splice(0).map((close) => close()));
    expect(refusal(await send(port))).toEqual([true, expect.stringMatching(/^mail\.unreachable/)]);
    expect(refusal(await send(port, { host: 'mail.invalid' }))).toEqual([
      true,
      'mail.unreachable EDNS',
    ]);
  });

  it.each([
    ['a mailbox that is full for now', 452, true],
    ['a mailbox that does not exist', 550, false],
  ])('%s decides whether it may be tried again', async (_case, code, isRetryable) => {
    const { port } = await aMailServer({
      onRcptTo: (_address, _session, done) => done(failWith(code, 'because')),
    });
    expect(refusal(await send(port))).toEqual([
      isRetryable,
      expect.stringMatching(new RegExp(`^mail\\.refused ${code} .*because`)),
    ]);
  });

  it.each([
    [451, true],
    [554, false],
  ])('a %i after the body is still an answer', async (code, isRetryable) => {
    const { port } = await aMailServer({
      onData(stream, _session, done) {
        stream.resume();
        stream.on('end', () => done(failWith(code, 'looks like spam')));
      },
    });
    expect(refusal(await send(port))).toEqual([
      isRetryable,
      expect.stringMatching(new RegExp(`^mail\\.refused ${code}`)),
    ]);
  });

  it('may be tried again when the connection is cut before DATA is answered', async () => {
    const port = await aScriptedServer((line, socket) => {
      if (line === 'DATA') socket.destroy();
      return '250 fine';
    });
    expect(refusal(await send(port))).toEqual([true, 'mail.unreachable ECONNECTION']);
  });

  it('may be tried again when the server is silent from the start', async () => {
    const port = await aScriptedServer(() => undefined);
    expect(refusal(await send(port, { timeoutMs: 200 }))).toEqual([
      true,
      'mail.unreachable ETIMEDOUT',
    ]);
  });

  it('never leaves without the TLS that was asked for', async () => {
    const plain = await aMailServer();
    const distrusted = await aMailServer({ secure: true });
    const withoutTls = await send(plain.port, { security: 'starttls' });
    const withForeignAuthority = await send(distrusted.port, { security: 'tls' });
    expect(withoutTls.kind).toBe('refused');
    expect(refusal(withForeignAuthority)).toEqual([true, expect.any(String)]);
    expect([...plain.mails, ...distrusted.mails]).toEqual([]);
  });

  it.each([
    'wang',
    'wang@union.example, spy@union.example',
    'wang@union.example\r\nRCPT TO:<spy@union.example>',
    '<wang@union.example>',
  ])('goes to one address only: %j is refused', async (to) => {
    const { port, mails } = await aMailServer();
    expect(refusal(await send(port, {}, { ...MESSAGE, to }))).toEqual([
      false,
      'mail.address_invalid',
    ]);
    expect(mails).toEqual([]);
  });
});

describe('a mail of which nobody knows whether it was taken', () => {
  function afterBody(end: (socket: Socket) => void) {
    let isBody = false;
    return aScriptedServer((line, socket) => {
      if (line === 'DATA') {
        isBody = true;
        return '354 go ahead';
      }
      if (!isBody) return '250 fine';
      if (line === '.') end(socket);
      return undefined;
    });
  }

  it('is unknown when the connection is cut after the body', async () => {
    const port = await afterBody((socket) => socket.destroy());
    const outcome = await send(port);
    expect(outcome).toEqual({
      kind: 'unknown',
      reason: expect.stringMatching(/^mail\.no_answer E(CONNECTION|SOCKET)$/),
    });
  });

  it('is unknown when the server takes the body and says nothing', async () => {
    const port = await afterBody(() => {});
    expect(await send(port, { timeoutMs: 300 })).toEqual({
      kind: 'unknown',
      reason: 'mail.no_answer ETIMEDOUT',
    });
  });
});

describe('settings', () => {
  it('refuse a password in the clear beyond this machine', () => {
    const settings = { host: 'mail.union.example', credentials: { user: 'a', password: PASSWORD } };
    expect(() => send(25, settings)).toThrow('mail.password_needs_tls');
  });
});

/** Adjacent encoded words are one text (RFC 2047, section 6.2). */
function decodeWords(head: string): string {
  return head
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_all, text: string) =>
      Buffer.from(text, 'base64').toString('utf8'),
    )
    .replaceAll(/=\?UTF-8\?Q\?([^?]*)\?=/gi, (_all, text: string) =>
      decodeURIComponent(text.replaceAll('_', ' ').replaceAll('=', '%')),
    );
}
