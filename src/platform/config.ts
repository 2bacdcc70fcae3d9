/**
 * What the environment may set, as written; undefined where it is not set or empty. The one place that
 * reads it. docs/manual.zh-CN.md explains each name.
 */
export interface Config {
  readonly port: string | undefined;
  readonly host: string | undefined;
  /** Address under which people reach the server; `https:` makes the cookie secure. */
  readonly publicUrl: string | undefined;
  readonly isBehindProxy: boolean;
  readonly dataFolder: string | undefined;
  readonly databaseUrl: string | undefined;
  readonly databaseAppUrl: string | undefined;
  readonly usePrepared: boolean;
  readonly keyFile: string | undefined;
  readonly keysText: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string | undefined;
  readonly wecomWebhook: string | undefined;
  readonly dingtalkWebhook: string | undefined;
  readonly dingtalkSecret: string | undefined;
  readonly smsUrl: string | undefined;
  readonly virusScanner: string | undefined;
  readonly oidcIssuer: string | undefined;
  readonly oidcClientId: string | undefined;
  readonly oidcClientSecret: string | undefined;
  readonly oidcLabel: string | undefined;
}

export function readConfig(): Config {
  const read = (name: string): string | undefined => {
    const text = process.env[name]?.trim();
    return text === '' ? undefined : text;
  };
  return {
    port: read('PORT'),
    host: read('HOST'),
    publicUrl: read('PUBLIC_URL'),
    isBehindProxy: read('TRUST_PROXY') === '1',
    dataFolder: read('SONGNUAN_DATA'),
    databaseUrl: read('DATABASE_URL'),
    databaseAppUrl: read('DATABASE_APP_URL'),
    usePrepared: read('DATABASE_PREPARE') !== 'off',
    keyFile: read('SONGNUAN_KEY_FILE'),
    keysText: read('SONGNUAN_KEYS'),
    smtpUrl: read('SMTP_URL'),
    mailFrom: read('MAIL_FROM'),
    wecomWebhook: read('WECOM_WEBHOOK'),
    dingtalkWebhook: read('DINGTALK_WEBHOOK'),
    dingtalkSecret: read('DINGTALK_SECRET'),
    smsUrl: read('SMS_URL'),
    virusScanner: read('VIRUS_SCANNER'),
    oidcIssuer: read('OIDC_ISSUER'),
    oidcClientId: read('OIDC_CLIENT_ID'),
    oidcClientSecret: read('OIDC_CLIENT_SECRET'),
    oidcLabel: read('OIDC_LABEL'),
  };
}
