import { defineConfig } from 'vite';

/**
 * Packages of many small files: finding and reading those one by one takes longer than all else at
 * start-up, and a server that was killed must be back within three seconds. What hangs on one of them
 * (the Zod type provider) goes in with it, so that each is there once.
 */
const BUNDLED = [
  'echarts',
  'zrender',
  'tslib',
  'kysely',
  'zod',
  '@fastify/type-provider-zod',
  'pinyin-pro',
  'qrcode',
  'pngjs',
  'dijkstrajs',
  'file-type',
  'strtok3',
  'token-types',
  '@tokenizer/inflate',
  'uint8array-extras',
  'nodemailer',
  'jose',
  'oauth4webapi',
  'openid-client',
];

/**
 * The command line and the server, bundled for Node: our own source, the files it imports with `?raw`
 * and the packages above. All other packages stay outside and are loaded from node_modules.
 */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: BUNDLED },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/server',
    emptyOutDir: true,
    sourcemap: true,
    rolldownOptions: {
      input: { cli: 'src/app/cli.ts', server: 'src/app/server.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
