import { EXIT, Stop } from './stop.mjs';

/** The oldest Node that runs the installed tools; the same floor stands in package.json `engines`. */
const FLOOR = [20, 19];

export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > FLOOR[0] || (major === FLOOR[0] && minor >= FLOOR[1])) return;
  const floor = FLOOR.join('.');
  throw new Stop(
    EXIT.unavailable,
    `需要 Node.js ${floor} 或更高版本，当前为 ${version}。请升级 Node.js 后重试。`,
    `Node.js ${floor} or newer is required; this is ${version}. Upgrade Node.js and try again.`,
  );
}
