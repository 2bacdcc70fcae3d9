import { createHmac } from 'node:crypto';

/** What a group robot is known by; both parts are secrets. */
export interface Robot {
  /** `key` of a WeCom robot, `access_token` of a DingTalk robot. */
  readonly key: string;
  /** The signing secret (加签) of a DingTalk robot, when one is set. */
  readonly secret: string | undefined;
}

export interface RobotDialect {
  readonly defaultBaseUrl: string;
  /** Under the base URL, without a leading slash. */
  readonly path: string;
  /** UTF-8 bytes of a text message. */
  readonly maxTextBytes: number;
  /** `errcode`s that mean "not now": too often, or busy. All others but 0 are final. */
  readonly busyCodes: ReadonlySet<number>;
  toQuery(robot: Robot, now: Date): Record<string, string>;
}

/** https://developer.work.weixin.qq.com/document/path/91770, codes: …/path/90455 */
const wecom: RobotDialect = {
  defaultBaseUrl: 'https://qyapi.weixin.qq.com',
  path: 'cgi-bin/webhook/send',
  maxTextBytes: 2048,
  // -1 busy, 45009 more than 20 messages a minute, 45033 too many at the same time
  busyCodes: new Set([-1, 45_009, 45_033]),
  toQuery: (robot) => ({ key: robot.key }),
};

/** https://open.dingtalk.com/document/orgapp/custom-robot-access */
const dingtalk: RobotDialect = {
  defaultBaseUrl: 'https://oapi.dingtalk.com',
  path: 'robot/send',
  maxTextBytes: 20_000,
  // -1 busy, 130101 and 410100 more than 20 messages a minute
  busyCodes: new Set([-1, 130_101, 410_100]),
  toQuery: (robot, now) => ({
    access_token: robot.key,
    ...(robot.secret === undefined ? {} : signatureOf(robot.secret, now)),
  }),
};

export const ROBOT_DIALECTS: Readonly<Record<'wecom' | 'dingtalk', RobotDialect>> = {
  wecom,
  dingtalk,
};

function signatureOf(secret: string, now: Date): Record<string, string> {
  const timestamp = String(now.getTime());
  const sign = createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
  return { timestamp, sign };
}
