import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

import { findProjectFolder } from '#platform/project-folder.ts';

const Manifest = z.object({ version: z.string() });

/** Of this program, as `1.10.2`. */
export async function readProgramVersion(): Promise<string> {
  const text = await readFile(join(findProjectFolder(), 'package.json'), 'utf8');
  return Manifest.parse(JSON.parse(text)).version;
}
