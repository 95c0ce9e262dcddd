import { openLogins } from '../../src/database/open-database.js';
import { Writer } from '../../src/database/writer.js';
import { importSpip, type SpipImport } from '../../src/import/import-spip.js';

/** A process that imports and nothing else, and says how far it is. */
const { reader, writer, asked } = JSON.parse(process.argv[2] ?? '') as {
  reader: Parameters<typeof openLogins>[0];
  writer: Parameters<typeof openLogins>[1];
  asked: SpipImport;
};
const database = await openLogins(reader, writer);
const report = await importSpip(new Writer(database.writer), asked, new Date('2026-11-22T14:00:00Z'), (at) => {
  if ('done' in at) console.log(at.done);
});
console.log(JSON.stringify({ published: report.messages.published, rss: process.resourceUsage().maxRSS }));
await database.close();
