import { Injectable } from '@nestjs/common';
import { Writer } from '../../database/writer.js';
import { FilesFolder, type Piece } from '../../documents/files-folder.js';
import { tokenHash } from '../../uploads/token-hash.js';
import type { Visitor } from '../../visitors/visitor.js';
import { type Owner, ownedBy } from '../owner.js';

/** A cleaned file of a submission, for its author and for the desk. */
export interface WaitingFile {
  id: string;
  title: string;
  extension: string;
  drawn: number;
  keptAs: string;
  path(piece: Piece): string;
}

/** In the post of `s`, `f`. */
const STANDS = `exists (select from desk.post_documents d where d.thread_id = s.thread_id
  and d.number = s.number and d.documents @> jsonb_build_array(jsonb_build_object('id', f.id)))`;

/**
 * The file $1 in the submission `s`: in one of its versions, or in the post that it has become. One in whose place
 * stands another one is given to nobody: it was covered for a reason. An edit that covers one of its post takes nothing
 * away from what stands there.
 */
const OF_SUBMISSION = `desk.submission s
  join desk.file f on f.id = $1 and f.state = 'clean' and (
    ((f.replaced_at is null or ${STANDS}) and exists (select from desk.submission_version v where v.submission_id = s.id
      and v.documents @> jsonb_build_array(jsonb_build_object('id', f.id))))
    or (s.status = 'published' and ${STANDS}))`;

const COLUMNS = `f.id, f.extension, f.drawn, coalesce(f.kept_as, f.id) as "keptAs",
  coalesce((select e->>'title' from jsonb_array_elements(s.documents) e
  where e->>'id' = f.id::text limit 1), '') as title`;

/** The door of authors and of the desk to files that readers may not see. A row is read before anything is opened. */
@Injectable()
export class WaitingFiles {
  constructor(
    private readonly writer: Writer,
    private readonly folder: FilesFolder,
  ) {}

  /** Null where it is not a file of theirs. */
  async ofAuthor(owner: Owner, file: string): Promise<WaitingFile | null> {
    const { where, values } = ownedBy(owner, 2);
    return this.one(where, [file, ...values]);
  }

  /** Null outside of the moderator's categories. */
  async ofDesk({ desk }: Pick<Visitor, 'desk'>, submission: string, file: string): Promise<WaitingFile | null> {
    return this.one('s.id = $2 and ($3::int[] is null or s.category_id = any($3))', [file, submission, desk]);
  }

  /** Of an upload, for whoever holds its token; null once it belongs to something. */
  async ofUpload(token: string): Promise<WaitingFile | null> {
    const [row] = await this.writer.query<Omit<WaitingFile, 'path'>>(
      `select f.id, f.extension, f.drawn, coalesce(f.kept_as, f.id) as "keptAs", '' as title from desk.file f
       where f.token_hash = $1 and f.state = 'clean' and not exists (select from desk.document d where d.id = f.id)`,
      [tokenHash(token)],
    );
    return row === undefined ? null : this.opened(row);
  }

  private opened(row: Omit<WaitingFile, 'path'>): WaitingFile {
    return { ...row, path: (piece) => this.folder.piece(row.keptAs, piece) };
  }

  private async one(where: string, values: unknown[]): Promise<WaitingFile | null> {
    const [row] = await this.writer.query<Omit<WaitingFile, 'path'>>(
      `select ${COLUMNS} from ${OF_SUBMISSION} where ${where}`,
      values,
    );
    return row === undefined ? null : this.opened(row);
  }
}
