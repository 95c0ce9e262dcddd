import { Column, Entity, ManyToOne, PrimaryColumn, JoinColumn, type Relation } from 'typeorm';
import { PostEntity } from '../threads/post.entity.js';
import { ThreadEntity } from '../threads/thread.entity.js';
import type { Audience } from '../threads/visible.js';
import type { FileKind, Nature, Origin } from './visible-document.js';

/** A document of a post that stands. Its foreign key to the file leads to the desk, which readers do not know. */
@Entity({ name: 'document' })
export class DocumentEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('int') threadId: number;
  @Column('int') number: number;
  /** The category of its thread; a trigger of the database writes it. */
  @Column('int') categoryId: number;
  @Column('int') position: number;
  @Column('text') title: string;
  @Column('text') description: string;
  @Column('text') origin: Origin;
  @Column('text') source: string;
  @Column('text') nature: Nature;
  @Column('date', { nullable: true }) dated: string | null;
  @Column('text') kind: FileKind;
  @Column('text') extension: string;
  @Column('int') size: number;
  @Column('int', { nullable: true }) pages: number | null;
  @Column('int') drawn: number;
  @Column('text') hash: string;
  @Column('timestamptz') publishedAt: Date;
  /** The id under which its bytes lie: another one than its own once they were exchanged. */
  @Column('uuid') keptAs: string;
  /** When the team has covered parts of it while it stood; null for never. */
  @Column('timestamptz', { nullable: true }) coveredAt: Date | null;
  /** Why, a code of the list of reasons. */
  @Column('text', { nullable: true }) coveredReason: string | null;
  @Column('text', { nullable: true }) coveredFor: string | null;
  /** The audience in whose index it stands. */
  @Column('text') indexedFor: Audience;
  @Column({ type: 'tsvector', select: false }) search: string;

  @ManyToOne(() => PostEntity)
  @JoinColumn([
    { name: 'thread_id', referencedColumnName: 'threadId' },
    { name: 'number', referencedColumnName: 'number' },
  ])
  post: Relation<PostEntity>;
  @ManyToOne(() => ThreadEntity, { onUpdate: 'CASCADE' })
  @JoinColumn([
    { name: 'thread_id', referencedColumnName: 'id' },
    { name: 'category_id', referencedColumnName: 'categoryId' },
  ])
  thread: Relation<ThreadEntity>;
}
