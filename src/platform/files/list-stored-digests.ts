import type { ClientBase } from 'pg';

const PAGE = 1000;

/** Each file that a row names, once, however many there are. */
export async function* listStoredDigests(client: ClientBase): AsyncGenerator<string> {
  for (let after = ''; ;) {
    const { rows } = await client.query<{ digest: string }>(
      `select distinct digest from stored_files where digest > $1 order by digest limit ${PAGE}`,
      [after],
    );
    for (const { digest } of rows) yield digest;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = last.digest;
  }
}
