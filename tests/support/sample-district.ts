import { seedDistrict } from '#app/sample-district/seed-district.ts';
import { createServices } from '#app/services.ts';
import type { Services } from '#app/services.ts';
import { readConfig } from '#platform/config.ts';

import { openTestInstallation } from './installation.ts';
import type { TestInstallation } from './installation.ts';

export interface SeededDistrict extends TestInstallation {
  readonly services: Services;
}

/** An installation that was just filled with the sample district. @param now the day it was filled. */
export async function openSeededDistrict(now: Date): Promise<SeededDistrict> {
  const target = await openTestInstallation();
  const services = await createServices({
    installation: target.installation,
    config: { ...readConfig(), publicUrl: undefined, virusScanner: undefined },
    setupCode: 'SETUP-CODE',
    now: () => now,
  });
  await seedDistrict(services);
  return { ...target, services };
}
