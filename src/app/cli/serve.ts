import { parseArgs } from 'node:util';

import type { Command } from './command.ts';

const HELP = `用法：npm run songnuan -- serve [--port <端口>] [--host <地址>]

启动服务，不含样例数据。数据库为空时，浏览器中进入首次设置，按提示填写终端显示的设置码。
按 Ctrl+C 结束。

  --port <端口>     默认 3000，或环境变量 PORT
  --host <地址>     默认 127.0.0.1（仅本机）；供他人访问时填 0.0.0.0，并在前面配置 https
  --help            显示本说明

环境变量见用户手册“部署与运行”。`;

export const serveCommand: Command = {
  name: 'serve',
  summary: '启动服务（不含样例数据）',
  help: HELP,
  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: { port: { type: 'string' }, host: { type: 'string' } },
    });
    const [{ runServer }, { closeOnSignal }] = await Promise.all([
      import('../run-server.ts'),
      import('../close-on-signal.ts'),
    ]);
    const server = await closeOnSignal(() => runServer(values));
    await server.closed;
    return 0;
  },
};
