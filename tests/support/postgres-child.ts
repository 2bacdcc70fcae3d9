import { startEmbeddedServer } from '#platform/postgres/embedded-server.ts';

/** Starts the server on the folder that is named, says its process, and waits to be killed. */
const [, , dataDir = ''] = process.argv;
const server = await startEmbeddedServer({ dataDir });
console.log(server.pid);
setInterval(() => {}, 60_000);
