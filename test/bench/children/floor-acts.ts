import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { answering, usage } from './answering.js';

const CONNECTIONS = 10;
const INSERT = { name: 'put', text: 'insert into bench.act (key, name, source) values ($1, $2, $3)' };
const UPDATE = { name: 'decide', text: 'update bench.act set decision = $2 where id = $1 and decision is null' };

/**
 * The least that Node and PostgreSQL can do for what people send: one row with one index, on the disk before it is
 * answered, each in a transaction of its own, and nothing asked about it. A decision writes into a row that is there.
 */
let pool: pg.Pool | null = null;
const server = createServer((request, response) => {
  done(request).then(
    () => response.writeHead(303, { location: '/' }).end(),
    () => response.writeHead(500).end(),
  );
});

async function done(request: IncomingMessage): Promise<void> {
  const fields = new URLSearchParams(await text(request));
  const field = (name: string): string => fields.get(name) ?? '';
  const [, id] = /^\/desk\/submissions\/(\d+)\//.exec(request.url ?? '') ?? [];
  const statement =
    id === undefined
      ? { ...INSERT, values: [field('key'), field('name'), field('text')] }
      : { ...UPDATE, values: [id, field('decision')] };
  const written = await pool?.query(statement);
  if (written?.rowCount !== 1) throw new Error('nothing was written');
}

server.listen(0, '127.0.0.1', () => {
  process.once('SIGTERM', () => process.exit(0));
  answering({
    usage,
    /** Answers its address. */
    async open(connection: pg.PoolConfig) {
      pool = new pg.Pool({ ...connection, max: CONNECTIONS });
      await pool.query(`create schema bench create table act (id int primary key generated always as identity,
        key text not null, name text not null, source text not null, decision text)`);
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    },
    /** Answers the ids of so many rows that wait. */
    async sow(count: number) {
      const sown = await pool?.query<{ id: number }>(
        `insert into bench.act (key, name, source) select 'key', 'name', repeat('word ', 20)
         from generate_series(1, $1) returning id`,
        [count],
      );
      return sown?.rows.map(({ id }) => String(id));
    },
    async close() {
      await pool?.query('drop schema bench cascade');
      await pool?.end();
    },
  });
});
