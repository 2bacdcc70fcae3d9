import { defineConfig } from 'vite';

/**
 * The command line and the server, bundled for Node. Dependencies stay outside and are loaded from
 * node_modules; only our own source, and the files it imports with `?raw`, goes into the bundle.
 * The chart library is the exception: loading its seven hundred files takes half a second, the part of
 * it that we use takes a tenth of that.
 */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: ['echarts', 'zrender', 'tslib'] },
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
