import { Readable } from 'node:stream';
import { plusDays } from '../../clock/day.js';
import type { Config } from '../../config/config.js';
import type { Writer } from '../../database/writer.js';
import { Busy } from '../../errors/errors.js';
import type { TypedDocument } from '../../submissions/documents/typed-document.js';
import { Refused } from '../../uploads/cleaning/refusal.js';
import { Cleanings } from '../../uploads/cleanings.js';
import { Store } from '../../uploads/store.js';
import { Uploads } from '../../uploads/uploads.js';

/** A file of the demonstration, and the message that brings it, by the label under which the stage knows that. */
export interface Paper {
  label: string;
  make: () => Uint8Array | Promise<Uint8Array>;
  said: Omit<TypedDocument, 'upload' | 'dated'>;
  /** How old it is; null where nobody knows. */
  daysAgo: number | null;
}

/** What the message with a label brings along. */
export type Drawer = (label: string) => Promise<readonly TypedDocument[]>;

/** From which moment dates are counted back, and when this start happens. */
interface Moments {
  now: Date;
  today: Date;
}

export const EMPTY_DRAWER: Drawer = () => Promise.resolve([]);

/**
 * Makes and sends the files while the messages are written, as if their authors had: each is cleaned as any other.
 * What has no room, or takes too long on a busy machine, is left out: its message comes without it.
 */
export function drawerOf(writer: Writer, config: Config, papers: readonly Paper[], { now, today }: Moments): Drawer {
  const store = Store.of(config);
  // The processes that clean give way to this one, which is busy with a year of messages. Files that are made here
  // need no scanner.
  const patient = { ...config, filePatience: 300_000, scanner: null };
  const uploads = new Uploads(writer, store, new Cleanings(writer, store, patient), patient);
  const coming = new Map<string, Promise<TypedDocument[]>>();
  for (const { label, make, said, daysAgo } of papers) {
    const dated = daysAgo === null ? '' : plusDays(now.toISOString().slice(0, 10), -daysAgo);
    const paper = sent(uploads, make, today).then((upload) => (upload === null ? [] : [{ ...said, upload, dated }]));
    // Whoever asks for it is told; a start that was interrupted asks no more.
    paper.catch(() => undefined);
    coming.set(label, paper);
  }
  return (label) => coming.get(label) ?? Promise.resolve([]);
}

/** The token of the file once it is clean. */
async function sent(uploads: Uploads, make: Paper['make'], now: Date): Promise<string | null> {
  try {
    const { id, token } = await uploads.receive(Readable.from([await make()]), now);
    while ((await uploads.settled(id)).state === 'unchecked');
    return token;
  } catch (error) {
    if (error instanceof Busy || error instanceof Refused) return null;
    throw error;
  }
}
