import type { ClientBase } from 'pg';
import { UnfitServer } from './preflight.js';

/**
 * Asks a new connection what it really got. Poolers drop or refuse what a connection asks for at its start, each in
 * its way, and nobody would notice: the reader could write where both logins are one, and a query could take for ever.
 *
 * @returns whether it is the very session of PostgreSQL. A pooler answers the handshake itself, with a number of its
 *   own, since the next question may go to another session.
 * @throws UnfitConnection
 */
export async function confirm(
  client: ClientBase,
  wanted: Readonly<Record<string, string | number>>,
): Promise<boolean> {
  const { rows } = await client.query<{ name: string; setting: string; session: number }>(
    'select name, setting, pg_backend_pid() as session from pg_settings where name = any($1)',
    [Object.keys(wanted)],
  );
  const lost = rows.filter(({ name, setting }) => setting !== String(wanted[name])).map(({ name }) => name);
  if (lost.length > 0) throw new UnfitConnection(lost.sort());
  const { processID } = client as unknown as { processID: number | null };
  return rows.every(({ session }) => session === processID);
}

/** A connection that is not what was asked for. Whoever needed it is told to come again later. */
export class UnfitConnection extends UnfitServer {
  /** The class of "no connection" among PostgreSQL's codes. */
  readonly code = '08004';

  constructor(lost: string[]) {
    super([
      `a connection did not get what it asked for at its start (${lost.join(', ')}): something between the forum and` +
        ' PostgreSQL drops it, most often a pooler. Connect to PostgreSQL itself, or let the pooler pass `options` on',
    ]);
    this.name = 'UnfitConnection';
  }
}
