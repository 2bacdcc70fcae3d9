/** Exit codes of the product that the start-up scripts use themselves. */
export const EXIT = { bug: 1, invalid: 2, unavailable: 6 };

/** Ends a script with a message for people, in Chinese and English, instead of a stack. */
export class Stop extends Error {
  constructor(exitCode, chinese, english, details = '') {
    super([chinese, english, details].filter((part) => part !== '').join('\n'));
    this.exitCode = exitCode;
  }
}

/** Runs a script's body; a `Stop` prints its message, anything else is a bug and keeps its stack. */
export async function runScript(body) {
  try {
    await body();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    console.error(error.message);
    process.exitCode = error.exitCode;
  }
}
