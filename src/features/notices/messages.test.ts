import { describe, expect, it } from 'vitest';

import { listFiles, readText } from '../../../tests/support/source-tree.ts';
import { explainSendReason } from './messages.ts';

describe('the reason why a message was not sent', () => {
  const sources = ['src/platform/senders', 'src/features/notices/server']
    .flatMap(listFiles)
    .filter((path) => !path.endsWith('.test.ts'));
  const inSenders = sources.flatMap((path) =>
    [...readText(path).matchAll(/['`]((?:mail|robot)\.[a-z_]+)/g)].map(([, code = '']) => code),
  );
  // These are thrown when the server starts, not said of a message.
  const ofConfiguration = [
    'mail.sender_invalid',
    'mail.password_needs_tls',
    'robot.base_url_invalid',
  ];
  const codes = [...new Set(inSenders)].filter((code) => !ofConfiguration.includes(code));

  it('is found in the senders at all, or the test below would say nothing', () => {
    expect(codes.length).toBeGreaterThan(8);
  });

  it.each([...codes, 'outbox.no_sender', 'outbox.sender_failed', 'outbox.abandoned'])(
    '%s has a Chinese sentence',
    (code) => {
      expect(explainSendReason(code)).toMatch(/^[\p{Script=Han}，、]+。$/u);
    },
  );

  it('is followed by what the other side said', () => {
    expect(explainSendReason('mail.refused 550 no such user')).toBe(
      '邮件服务器拒收（550 no such user）。',
    );
  });
});
