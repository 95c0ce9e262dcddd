import pg from 'pg';
import { readConfig } from '../../src/config/read-config.js';
import { openDatabase } from '../../src/database/open-database.js';
import { sowWaiting } from '../waiting-rows.js';
import type { Subject } from './subject.js';

/** Asks the tables themselves while the forum is stopped, as its own writing login. */
export function atRest<T>(forum: Subject, work: (client: pg.Client) => Promise<T>): Promise<T> {
  return forum.away(async (environment) => {
    const database = await openDatabase(readConfig(environment, { demonstration: true }));
    const client = new pg.Client(database.jobs);
    try {
      await client.connect();
      return await work(client);
    } finally {
      await client.end();
      await database.close();
    }
  });
}

/** So many replies of one guest that wait in an open thread. Answers their ids. */
export function sow(forum: Subject, { count, name }: { count: number; name: string }): Promise<string[]> {
  return atRest(forum, async (client) => {
    const {
      rows: [open],
    } = await client.query<{ id: number }>(
      `select t.id from thread t join category c on c.id = t.category_id where c.audience = 'everyone' and not c.closed
        and not t.locked and t.title <> '' order by t.id limit 1`,
    );
    if (open === undefined) throw new Error('no thread takes replies');
    return sowWaiting(client, { thread: open.id, count, name });
  });
}
