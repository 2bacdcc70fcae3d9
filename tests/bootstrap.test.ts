import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { scratchProject, type ScratchProject } from './support/scratch-project.ts';

const INSTALLING = 'Installing dependencies';
const BUILDING = '正在构建';

describe('the start-up scripts in a fresh clone', () => {
  let project: ScratchProject;
  beforeAll(() => {
    project = scratchProject();
  });
  afterAll(() => project.remove());

  test('the first run installs and builds, says so on the error stream, and keeps the exit code', () => {
    const { exitCode, output, notices } = project.run(['evaluate', 'a b']);
    expect(notices).toContain(INSTALLING);
    expect(notices).toContain(BUILDING);
    expect(output).toBe('arguments: evaluate a b\n');
    expect(exitCode).toBe(5);
  });

  test('the second run does neither and is silent', () => {
    const { output, notices } = project.run(['again']);
    expect(notices).toBe('');
    expect(output).toBe('arguments: again\n');
    expect(bundlerRuns()).toBe(1);
  });

  test('a changed source is built again, a changed test is not', () => {
    project.write('src/app/cli.test.ts', 'export {};');
    expect(project.run([]).notices).toBe('');
    project.write('src/app/more.ts', 'export {};');
    expect(project.run([]).notices).toContain(BUILDING);
    expect(bundlerRuns()).toBe(2);
  });

  test('only serving needs the web page, and builds it', () => {
    expect(project.run(['verify']).notices).toBe('');
    expect(project.run(['serve']).notices).toContain('正在构建网页');
  });

  test('a failing build names what failed and shows why, without a stack', () => {
    project.write('src/app/cli.ts', 'broken');
    const { exitCode, notices } = project.run([]);
    expect(exitCode).toBe(1);
    expect(notices).toContain('构建失败');
    expect(notices).toContain('The build of server (vite.config.server.ts) failed');
    expect(notices).toContain('src/app/cli.ts: unexpected token');
    expect(notices).not.toMatch(/^\s+at /m);
    project.write('src/app/cli.ts', "console.log('mended');");
    expect(project.run([]).output).toBe('mended\n');
  });

  test('an install that was cut short is done again', () => {
    rmSync(join(project.folder, 'node_modules/.package-lock.json'));
    expect(project.run([]).notices).toContain(INSTALLING);
    expect(project.run([]).notices).toBe('');
  });

  test('dependencies installed by hand are recognised', () => {
    rmSync(join(project.folder, 'node_modules/.songnuan-lock'));
    expect(project.run([]).notices).toBe('');
  });

  test('a registry out of reach is said in both languages, with exit code 6', () => {
    const lock = lockWithRegistryPackage();
    project.write('package.json', lock.manifest);
    project.write('package-lock.json', lock.lock);
    const { exitCode, notices } = project.run([], {
      npm_config_registry: 'http://127.0.0.1:9/',
      npm_config_fetch_retries: '0',
      npm_config_cache: join(project.folder, 'empty-cache'),
    });
    expect(exitCode).toBe(6);
    expect(notices).toContain('无法连接 npm 软件源');
    expect(notices).toContain('registry cannot be reached');
  });

  function bundlerRuns(): number {
    return readFileSync(join(project.folder, 'bundler-runs'), 'utf8').length;
  }

  function lockWithRegistryPackage(): { manifest: string; lock: string } {
    const dependencies = { 'no-such-registry': '1.0.0' };
    return {
      manifest: JSON.stringify({ name: 'scratch', version: '1.0.0', type: 'module', dependencies }),
      lock: JSON.stringify({
        name: 'scratch',
        version: '1.0.0',
        lockfileVersion: 3,
        packages: {
          '': { name: 'scratch', version: '1.0.0', dependencies },
          'node_modules/no-such-registry': { version: '1.0.0' },
        },
      }),
    };
  }
});

test('a Node that is too old is refused in both languages', () => {
  const module = pathToFileURL(join(import.meta.dirname, '../scripts/lib/node-version.mjs')).href;
  const code = `import(${JSON.stringify(module)}).then(({ requireNode }) => {
    requireNode('20.19.0');
    requireNode('24.0.0');
    try { requireNode('20.18.3'); } catch (stop) { console.log(stop.exitCode, stop.message); }
  })`;
  const { stdout } = spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' });
  expect(stdout).toMatch(/^6 需要 Node\.js 20\.19 .*20\.18\.3/);
  expect(stdout).toContain('Node.js 20.19 or newer is required');
});
