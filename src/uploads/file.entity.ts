import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { FileKind } from '../documents/visible-document.js';
import type { Trace } from './cleaning/cleaned.js';
import type { Hint } from './cleaning/hints.js';
import type { Refusal } from './cleaning/refusal.js';
import type { FileState } from './file-state.js';

/** A file that somebody has sent, and what its cleaning said of it. Its bytes lie in the folder of files. */
@Entity({ schema: 'desk', name: 'file' })
export class FileEntity {
  @PrimaryColumn('uuid') id: string;
  /** Whoever has the token may attach it, for a day. */
  @Column('bytea', { unique: true }) tokenHash: Buffer;
  @Column('text') state: FileState;
  /** Whether it waits because the scanner did not answer. */
  @Column('boolean') unscanned: boolean;
  @Column('text', { nullable: true }) refusal: Refusal | null;
  @Column('text', { nullable: true }) kind: FileKind | null;
  @Column('text', { nullable: true }) extension: string | null;
  @Column('int') size: number;
  /** How many bytes lie in the folder for it, with what was drawn; while it comes, as many as it may have. */
  @Column('int') stored: number;
  /**
   * How many bytes a file that comes in parts will have, as its sender has said before the first; `size` is how many
   * have come.
   */
  @Column('int', { nullable: true }) announced: number | null;
  /** The id under which its bytes lie while it comes; null for its own. */
  @Column('uuid', { nullable: true }) comingAs: string | null;
  /** Whether a request writes to it, or did until its process ended. */
  @Column('boolean') receiving: boolean;
  @Column('int', { nullable: true }) pages: number | null;
  @Column('int') drawn: number;
  /** The last page that was looked at for missing words. */
  @Column('int') recognised: number;
  @Column('text', { array: true }) removed: Trace[];
  /** What some of its words look like. */
  @Column('jsonb') hints: Hint[];
  /** The hash of the bytes that came, by which the same sending is known again. */
  @Column('bytea', { nullable: true }) sentHash: Buffer | null;
  @Column('bytea', { nullable: true }) hash: Buffer | null;
  @Column('timestamptz') sentAt: Date;
  @Column('timestamptz', { nullable: true }) publishedAt: Date | null;
  /** The file of which it was made by blacking out; null once that one was erased. */
  @Column('uuid', { nullable: true }) blackedOut: string | null;
  /** When another file took its place: it is erased some days later. */
  @Column('timestamptz', { nullable: true }) replacedAt: Date | null;
  /** The id under which its bytes lie; null for its own. */
  @Column('uuid', { nullable: true }) keptAs: string | null;
  /** The file whose former bytes these are. */
  @Column('uuid', { nullable: true }) formerOf: string | null;
  /** When the team has covered parts of it while it stood; null for never. */
  @Column('timestamptz', { nullable: true }) coveredAt: Date | null;
  /** Why, a code of the list of reasons. */
  @Column('text', { nullable: true }) coveredReason: string | null;
  @Column('text', { nullable: true }) coveredFor: string | null;

  @ManyToOne(() => FileEntity, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'blacked_out' })
  former: Relation<FileEntity> | null;

  @ManyToOne(() => FileEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'former_of' })
  standing: Relation<FileEntity> | null;
}
