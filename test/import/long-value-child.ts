import { SqlStatements } from '../../src/import/dump/sql-statements.js';
import { SqlTokens } from '../../src/import/dump/sql-tokens.js';

/**
 * A process that reads rows of one long value each and nothing else, and says how many it read and what memory that
 * took.
 */
const VALUES = 120;
const all = { has: () => true } as unknown as ReadonlySet<string>;
const tokens = new SqlTokens();
const rows = new SqlStatements(tokens, () => all).rows();
tokens.push(Buffer.from('create table t (a text);insert into t values '));
const line = Buffer.from(`('${'é'.repeat(500_000)}'),`);
let whole = 0;
const before = process.memoryUsage().rss;
for (let round = 0; round < VALUES; round += 1) {
  tokens.push(line);
  for (let { value } = rows.next(); value !== null; { value } = rows.next())
    whole += Number(value.values.get('a')?.length === 1_000_000);
}
console.log(JSON.stringify({ whole, grown: process.memoryUsage().rss - before }));
