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
  /** It waits because the scanner did not answer. */
  @Column('boolean') unscanned: boolean;
  @Column('text', { nullable: true }) refusal: Refusal | null;
  @Column('text', { nullable: true }) kind: FileKind | null;
  @Column('text', { nullable: true }) extension: string | null;
  @Column('int') size: number;
  /** Bytes that lie in the folder for it, with what was drawn; while it comes, as many as it may have. */
  @Column('int') stored: number;
  /** Bytes of one that comes in parts, as its sender has said before the first; `size` is how many have come. */
  @Column('int', { nullable: true }) announced: number | null;
  /** Under which id its bytes lie while it comes; null for its own. */
  @Column('uuid', { nullable: true }) comingAs: string | null;
  /** A request writes there, or did until its process ended. */
  @Column('boolean') receiving: boolean;
  @Column('int', { nullable: true }) pages: number | null;
  @Column('int') drawn: number;
  /** Up to which page it was looked through for pages without words. */
  @Column('int') recognised: number;
  @Column('text', { array: true }) removed: Trace[];
  /** What its words look like. */
  @Column('jsonb') hints: Hint[];
  /** Of the bytes that came, by which the same sending is known again. */
  @Column('bytea', { nullable: true }) sentHash: Buffer | null;
  @Column('bytea', { nullable: true }) hash: Buffer | null;
  @Column('timestamptz') sentAt: Date;
  @Column('timestamptz', { nullable: true }) publishedAt: Date | null;
  /** The file that it was made of, without what is covered; null once that one was erased. */
  @Column('uuid', { nullable: true }) blackedOut: string | null;
  /** When another one took its place: it goes some days later. */
  @Column('timestamptz', { nullable: true }) replacedAt: Date | null;
  /** Under which id its bytes lie; null for its own. */
  @Column('uuid', { nullable: true }) keptAs: string | null;
  /** The file that has other bytes now, where these are those of before. */
  @Column('uuid', { nullable: true }) formerOf: string | null;
  /** When the team has covered parts of it while it stood; null for never. */
  @Column('timestamptz', { nullable: true }) coveredAt: Date | null;
  /** A code of the list. */
  @Column('text', { nullable: true }) coveredReason: string | null;
  @Column('text', { nullable: true }) coveredFor: string | null;

  @ManyToOne(() => FileEntity, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'blacked_out' })
  former: Relation<FileEntity> | null;

  @ManyToOne(() => FileEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'former_of' })
  standing: Relation<FileEntity> | null;
}
