import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tokenHash } from '../../../src/uploads/token-hash.js';
import type { House, Name, Sent } from './house.js';

const PUBLIC = {
  uploadTitle: 'Plan du lavoir',
  uploadText: 'Un croquis',
  uploadFrom: 'Mairie',
  uploadDated: '2026-11-02',
};

/** The id of the file of a state, the same in both forums. */
export function fileOf(state: string): string {
  const hex = createHash('sha256').update(`document ${state}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * A document that everybody reads, one that was taken down, and those of what never appears, with words in all of it.
 */
export class Documents {
  /** Ids of all files, with the submission that each came with and the token that follows it. */
  readonly files: { id: string; submission: string; token: string | null }[] = [];

  constructor(private readonly forum: House) {}

  /** As it lies there once it was cleaned: its bytes and its words say the same. */
  private async upload(state: string, words: string): Promise<{ id: string; upload: string }> {
    const { owner } = this.forum.world.db;
    const [id, token] = [fileOf(state), createHash('sha256').update(state).digest('base64url').slice(0, 32)];
    const hash = createHash('sha256').update(id).digest();
    await owner.query(
      `insert into desk.file (id, token_hash, state, kind, extension, size, drawn, sent_hash, hash, sent_at)
       values ($1, $2, 'clean', 'text', 'txt', $3, 1, $4, $4, $5)`,
      [id, tokenHash(token), Buffer.byteLength(words), hash, this.forum.world.clock.now()],
    );
    await owner.query(
      `insert into desk.file_page (file_id, page, words, search) select $1, 1, $2, public.search_vector('fr', $2)`,
      [id, words],
    );
    const folder = join(this.forum.world.config.filesDir, 'kept', id.slice(0, 2), id);
    await mkdir(folder, { recursive: true });
    for (const piece of ['file', '1.jpg', 'small.jpg']) await writeFile(join(folder, piece), words);
    return { id, upload: token };
  }

  private async attached(state: string): Promise<{ id: string; fields: Record<string, string> }> {
    const { canaries } = this.forum;
    const { id, upload } = await this.upload(state, `Une page ${canaries.word(state, 'words')} de papier.`);
    const fields = {
      upload,
      uploadTitle: `Pièce ${canaries.word(state, 'documentTitle')}`,
      uploadText: canaries.word(state, 'documentText'),
      uploadFrom: canaries.word(state, 'documentFrom'),
    };
    return { id, fields };
  }

  async publish(): Promise<void> {
    const { forum } = this;
    forum.tick();
    await forum.world.db.owner.query(`update category set documents = 'everyone' where slug = 'villes'`);
    const { id, upload } = await this.upload('published', 'Le lavoir, vu de face.');
    const text = 'Voici un plan du lavoir.';
    const sent = await forum.send('author', '/thread/1/replies', { text, upload, ...PUBLIC });
    this.files.push({ id, submission: sent.id, token: sent.token });
    await forum.decide(sent, { decision: 'accept' });
    await this.coverOf(id, sent);
    forum.tick();
    const gone = await this.attached('taken-down document of author');
    const later = await forum.send('author', '/thread/1/replies', { text: 'Et un autre.', ...gone.fields });
    this.files.push({ id: gone.id, submission: later.id, token: null });
    await forum.decide(later, { decision: 'accept' });
  }

  /** What the team has blacked out of a document: kept some days for an undo, in no list, and given to nobody. */
  private async coverOf(document: string, { id: submission, token }: Sent): Promise<void> {
    const state = 'replaced file of author';
    const { id } = await this.upload(state, `Suivi par ${this.forum.canaries.word(state, 'words')}.`);
    const { owner } = this.forum.world.db;
    await owner.query('insert into desk.document (id, submission_id) values ($1, $2)', [id, submission]);
    await owner.query('update desk.file set former_of = $2, replaced_at = $3 where id = $1', [
      id,
      document,
      this.forum.world.clock.now(),
    ]);
    this.files.push({ id, submission, token });
  }

  async takeDown(): Promise<void> {
    const { forum } = this;
    const [post] = await forum.world.reader.query<{ number: number }>('select number from document where id = $1', [
      fileOf('taken-down document of author'),
    ]);
    await forum.must(303, 'moderator', 'POST', `/desk/thread/1/posts/${post?.number}/removal`, {
      reason: 'personal-data',
      remark: '',
    });
    await forum.heard();
  }

  async neverAppears(who: Name & ('author' | 'guestAuthor')): Promise<void> {
    const { forum } = this;
    const send = async (state: string) => {
      const { id, fields } = await this.attached(state);
      const sent = await forum.send(who, '/thread/2/replies', { text: forum.canaries.text(state), ...fields });
      this.files.push({ id, submission: sent.id, token: sent.token });
      return sent;
    };
    forum.tick();
    await send(`waiting document of ${who}`);
    await forum.decide(await send(`refused document of ${who}`), { decision: 'refuse', reason: 'other' });
    await forum.decide(await send(`returned document of ${who}`), { decision: 'return', reason: 'other', remark: '' });
    const withdrawn = await send(`withdrawn document of ${who}`);
    const place = withdrawn.token ? `/follow/${withdrawn.token}` : `/me/submissions/${withdrawn.id}`;
    await forum.must(303, who, 'POST', `${place}/withdrawal`);
    // Sent and attached to nothing: nobody has its token.
    await this.upload(`upload of ${who}`, 'Un envoi que personne ne joint.');
  }
}
