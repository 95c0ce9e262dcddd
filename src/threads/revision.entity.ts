import type { NamedFile } from '../documents/visible-document.js';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An earlier text of a post that everyone may read. */
@Entity({ name: 'revision' })
export class RevisionEntity {
  @PrimaryColumn('int') threadId: number;
  @PrimaryColumn('int') number: number;
  @PrimaryColumn('int') revision: number;
  @Column('text', { nullable: true }) title: string | null;
  @Column('text') source: string;
  @Column('text') html: string;
  /** The files that stood with it, in their order. */
  @Column('jsonb') documents: NamedFile[];
  /** Whether it asked something, in the thread of a workshop. */
  @Column('boolean', { default: false }) question: boolean;
  /** Its foreign key leads to the desk, which the reader’s login does not know: see ShownRevisionEntity. */
  @Column('timestamptz') replacedAt: Date;
}
