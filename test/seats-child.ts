import { createInterface } from 'node:readline';
import { openLogins } from '../src/database/open-database.js';
import { Writer } from '../src/database/writer.js';
import { type RegistrationDraft, Registrations } from '../src/registrations/registrations.js';
import { InstallationSecret } from '../src/submissions/installation-secret.js';
import { Visitor } from '../src/visitors/visitor.js';
import { NOON } from './desk-room.js';

/** A process that gives seats away: for each line of drafts, all of them at once. */
const { reader, writer: writerAt } = JSON.parse(process.argv[2] ?? '') as {
  reader: Parameters<typeof openLogins>[0];
  writer: Parameters<typeof openLogins>[1];
};
const database = await openLogins(reader, writerAt);
const writer = new Writer(database.writer);
const registrations = new Registrations(writer, new InstallationSecret(writer));
console.log('ready');
for await (const line of createInterface({ input: process.stdin })) {
  const drafts = JSON.parse(line) as RegistrationDraft[];
  await Promise.all(drafts.map((draft) => registrations.register(Visitor.guest(), draft, NOON)));
  console.log('done');
}
await database.close();
