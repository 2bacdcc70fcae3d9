import { readFileSync, writeFileSync } from 'node:fs';

import { inProject } from './lib/project.mjs';

/*
 * Run once after adding or updating a dependency. npm leaves the packages for other systems out of
 * the lock file when the registry at hand does not carry them, and `npm ci` then refuses the file as
 * incomplete, on every machine. This adds them by name, version and system; a machine of such a
 * system takes the rest from its registry.
 */
const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
];

const path = inProject('package-lock.json');
const lock = JSON.parse(readFileSync(path, 'utf8'));
const added = findMissing(lock.packages).map(([key, entry]) => {
  lock.packages[key] = entry;
  return key;
});
if (added.length > 0) {
  lock.packages = Object.fromEntries(Object.entries(lock.packages).toSorted(byKey));
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
}
console.log(`${added.length} packages for other systems added to package-lock.json`);

function findMissing(packages) {
  return Object.entries(packages).flatMap(([key, { optionalDependencies = {}, dev }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !(`node_modules/${name}` in packages))
      .filter(([name]) => !(`${key}/node_modules/${name}` in packages))
      .map(([name, version]) => [`node_modules/${name}`, describe(name, version, dev)]),
  );
}

/** The system as platform packages carry it in their names: `binding-linux-arm64-musl`. */
function describe(name, version, dev) {
  if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    throw new Error(`${name}: ${version} is not one version`);
  const words = name.split(/[/-]/);
  const os = words.filter((word) => SYSTEMS.includes(word));
  const cpu = words.filter((word) => PROCESSORS.includes(word));
  if (cpu.length === 0) throw new Error(`${name}: no system in its name`);
  return {
    version,
    cpu,
    ...(dev === true ? { dev } : {}),
    ...(words.some((word) => word.startsWith('musl')) ? { libc: ['musl'] } : {}),
    ...(words.includes('gnu') ? { libc: ['glibc'] } : {}),
    optional: true,
    ...(os.length > 0 ? { os } : {}),
  };
}

/** As npm sorts them, so that its next change touches no other line. */
function byKey([left], [right]) {
  return left.localeCompare(right, 'en');
}
