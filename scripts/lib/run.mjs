import { spawn } from 'node:child_process';

import { projectFolder } from './project.mjs';

/** Runs a Node script to its end and keeps everything it printed, in order. */
export function runNode(args, options = {}) {
  return run(process.execPath, args, options);
}

export function run(command, args, { env = {}, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: projectFolder,
      env: { ...process.env, ...env },
      shell,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ exitCode: code ?? 1, output: Buffer.concat(chunks).toString('utf8').trim() });
    });
  });
}
