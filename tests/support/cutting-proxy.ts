import { connect, createServer } from 'node:net';
import type { AddressInfo, NetConnectOpts, Socket } from 'node:net';

export interface CuttingProxy {
  readonly port: number;
  /** Cuts the connection that next sends this text: before it passes, or when its answer comes back. */
  readonly cutAt: (text: string, when: 'before' | 'after') => void;
  readonly close: () => Promise<void>;
}

/** Stands between a program and its database, and breaks the line at a chosen word. */
export async function openCuttingProxy(target: NetConnectOpts): Promise<CuttingProxy> {
  let cut: { readonly text: string; readonly when: 'before' | 'after' } | undefined;
  const open = new Set<Socket>();
  const server = createServer((program) => {
    const database = connect(target);
    let isLast = false;
    const end = (): void => {
      program.destroy();
      database.destroy();
    };
    for (const socket of [program, database]) {
      open.add(socket);
      socket.on('close', () => {
        open.delete(socket);
        end();
      });
      socket.on('error', end);
    }
    program.on('data', (chunk) => {
      if (cut !== undefined && chunk.includes(cut.text)) {
        const { when } = cut;
        cut = undefined;
        if (when === 'before') return end();
        isLast = true;
      }
      database.write(chunk);
    });
    database.on('data', (chunk) => {
      if (isLast) end();
      else program.write(chunk);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    cutAt: (text, when) => {
      cut = { text, when };
    },
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
