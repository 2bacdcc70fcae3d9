interface ReplaySearch {
  /** The version it is compared with. */
  readonly withId?: number;
  /** The replay that is shown. */
  readonly jobId?: string;
}

/** What the address of a replay names. */
export function readReplaySearch(search: Readonly<Record<string, unknown>>): ReplaySearch {
  const withId = Number(search['withId']);
  const jobId = search['jobId'];
  return {
    ...(Number.isSafeInteger(withId) && withId > 0 ? { withId } : {}),
    ...(typeof jobId === 'string' && /^[0-9a-f-]{36}$/.test(jobId) ? { jobId } : {}),
  };
}
