/** One file that breaks one rule of the tree, and how the tool that guards the rule reports it. */
export interface Breach {
  readonly rule: string;
  readonly path: string;
  readonly text: string;
  readonly report: string;
}

const IMPORTS = 'eslint(no-restricted-imports)';

/** Files that keep every rule; the breaches import them. */
export const SOUND_FILES = {
  'src/core/number.ts': 'export const one = 1;\n',
  'src/platform/clock.ts': 'export const tick = (): number => Date.now();\n',
  'src/ui/label.tsx': 'export const label = (): string => document.title;\n',
  'src/app/serve.ts': "export { list } from '#features/alpha/server/commands.ts';\n",
  'src/features/alpha/rules/judge.ts': "export { one as judge } from '#core/number.ts';\n",
  'src/features/alpha/contract.ts': 'export const Reply = { one: 1 };\n',
  'src/features/alpha/messages.ts': 'export const text = (): string => "";\n',
  'src/features/alpha/server/commands.ts':
    "export { judge as list } from '../rules/judge.ts';\nexport { paper } from '../documents/paper.ts';\n",
  'src/features/alpha/server/inner.ts':
    "import { tick } from '#platform/clock.ts';\n\nexport const inner = tick();\n",
  'src/features/alpha/documents/paper.ts':
    "import { judge } from '../rules/judge.ts';\n\nexport const paper = judge;\n",
  'src/features/alpha/ui/page.tsx':
    "import { label } from '#ui/label.tsx';\n\nimport { Reply } from '../contract.ts';\n\nexport const page = `${label()}${Reply.one}`;\n",
  'src/features/beta/server/commands.ts':
    "import { judge } from '#features/alpha/rules/judge.ts';\nimport { list } from '#features/alpha/server/commands.ts';\n\nexport const both = [judge, list];\n",
} satisfies Record<string, string>;

/** What the linter guards. */
export const LINT_BREACHES: readonly Breach[] = [
  forbidden('core imports no feature', 'src/core/a.ts', '#features/alpha/rules/judge.ts'),
  forbidden('core imports no platform', 'src/core/b.ts', '#platform/clock.ts'),
  forbidden('platform imports no feature', 'src/platform/a.ts', '#features/alpha/contract.ts'),
  forbidden('platform imports no entry point', 'src/platform/b.ts', '#app/serve.ts'),
  forbidden('shared components import no feature', 'src/ui/a.tsx', '#features/alpha/contract.ts'),
  forbidden('a feature imports no entry point', feature('server/a.ts'), '#app/serve.ts'),
  forbidden(
    "another feature's server is closed but for its commands",
    feature('server/b.ts'),
    '#features/alpha/server/inner.ts',
  ),
  forbidden(
    "another feature's screens are closed",
    feature('ui/a.tsx'),
    '#features/alpha/ui/page.tsx',
  ),
  forbidden(
    "another feature's documents are closed",
    feature('documents/a.ts'),
    '#features/alpha/documents/paper.ts',
  ),
  forbidden('rules do not load or save', 'src/features/alpha/rules/a.ts', '../server/inner.ts'),
  forbidden('rules do not print', 'src/features/alpha/rules/b.ts', '../documents/paper.ts'),
  forbidden('rules do not show', 'src/features/alpha/rules/c.ts', '../ui/page.tsx'),
  forbidden('rules use no machine', 'src/features/alpha/rules/d.ts', '#platform/clock.ts'),
  forbidden(
    'rules call no commands of another feature',
    feature('rules/e.ts'),
    '#features/alpha/server/commands.ts',
  ),
  forbidden('screens stay off the server', 'src/features/alpha/ui/b.tsx', '../server/inner.ts'),
  forbidden('screens stay off documents', 'src/features/alpha/ui/c.tsx', '../documents/paper.ts'),
  forbidden('documents do not load', 'src/features/alpha/documents/b.ts', '../server/inner.ts'),
  breach('modules form no cycle', feature('rules/round.ts'), 'import(no-cycle)', [
    "import { trip } from './trip.ts';",
    'export const round = (): number => trip();',
  ]),
  breach(
    'modules form no cycle, from the other side',
    feature('rules/trip.ts'),
    'import(no-cycle)',
    ["import { round } from './round.ts';", 'export const trip = (): number => round();'],
  ),
  breach('core asks for no time', 'src/core/c.ts', 'eslint(no-restricted-globals)', [
    'export const now = Date.now();',
  ]),
  breach('rules ask for no time', feature('rules/a.ts'), 'eslint(no-restricted-globals)', [
    'export const now = new Date();',
  ]),
  breach('rules throw no dice', feature('rules/b.ts'), 'eslint(no-restricted-properties)', [
    'export const dice = Math.random();',
  ]),
  breach('the environment is read in one place', feature('server/c.ts'), 'node(no-process-env)', [
    'export const home = process.env.HOME;',
  ]),
  breach('a file has at most 300 lines', 'src/core/long.ts', 'eslint(max-lines)', manyLines(301)),
  breach('a function has at most 40 lines', 'src/core/f.ts', 'eslint(max-lines-per-function)', [
    'export function long(): number {',
    '  let total = 0;',
    ...Array.from({ length: 40 }, () => '  total += 1;'),
    '  return total;',
    '}',
  ]),
  breach('exports are named', 'src/core/d.ts', 'import(no-default-export)', ['export default 1;']),
  breach('nothing is any', 'src/core/e.ts', 'typescript(no-explicit-any)', [
    'export const loose = (value: any): string => String(value);',
  ]),
  breach('nothing is assumed present', 'src/core/g.ts', 'typescript(no-non-null-assertion)', [
    'export const first = (list: readonly string[]): string => list[0]!;',
  ]),
  breach(
    'a feature asserts no type',
    feature('rules/c.ts'),
    'typescript(no-unsafe-type-assertion)',
    ['export const guess = (value: unknown): string => value as string;'],
  ),
  breach('files are named in kebab-case', 'src/core/CamelCase.ts', 'unicorn(filename-case)', [
    'export const camel = 1;',
  ]),
  breach('promises are awaited', feature('server/d.ts'), 'typescript(no-floating-promises)', [
    'const later = async (): Promise<number> => 1;',
    'export function start(): void {',
    '  later();',
    '}',
  ]),
];

/** What the compiler guards: the worlds of pure code, server and screen. */
export const COMPILE_BREACHES: readonly Breach[] = [
  breach('core knows no process', 'src/core/h.ts', 'TS2591', ['export const all = process.argv;']),
  breach('rules open no file', feature('rules/f.ts'), 'TS2591', [
    "export { readFile } from 'node:fs';",
  ]),
  breach('rules touch no page', feature('rules/g.ts'), 'TS2584', ['export const page = document;']),
  breach('rules ask no network', feature('rules/h.ts'), 'TS2304', [
    "export const reply = fetch('/');",
  ]),
  breach('rules print no lines', feature('rules/i.ts'), 'TS2584', [
    'console.log(1);',
    'export {};',
  ]),
  breach('contracts know no Node', feature('contract.ts'), 'TS2591', [
    "export const bytes = Buffer.from('');",
  ]),
  breach('the server touches no page', feature('server/e.ts'), 'TS2584', [
    'export const page = document;',
  ]),
  breach('the server knows no screen, not even its types', feature('server/f.ts'), 'TS6307', [
    "export type { Shape } from '../ui/shape.ts';",
  ]),
  breach('a screen opens no file', feature('ui/screen.tsx'), 'TS2591', [
    "export { readFile } from 'node:fs';",
  ]),
  breach('a screen knows no server, not even its types', feature('ui/d.tsx'), 'TS6307', [
    "export type { Inner } from '../server/types.ts';",
  ]),
];

/** Only there to be reached for from the other world. */
export const BAIT = {
  [feature('server/types.ts')]: 'export type Inner = string;\n',
  [feature('ui/shape.ts')]: 'export type Shape = string;\n',
};

function feature(part: string): string {
  return `src/features/beta/${part}`;
}

function forbidden(rule: string, path: string, target: string): Breach {
  return { rule, path, text: `import '${target}';\n`, report: IMPORTS };
}

function breach(rule: string, path: string, report: string, lines: readonly string[]): Breach {
  return { rule, path, text: `${lines.join('\n')}\n`, report };
}

function manyLines(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `export const line${index} = ${index};`);
}
