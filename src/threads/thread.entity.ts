import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { CategoryEntity } from '../categories/category.entity.js';
import type { ThreadKind } from './visible.js';

/**
 * A published thread. Written by src/publishing and by what follows from decisions; test/rules/publishing.spec.ts lists
 * them.
 */
@Entity({ name: 'thread' })
@Unique(['id', 'categoryId'])
export class ThreadEntity {
  /** Given at publication by a counter, in its transaction: a sequence would leave a gap after a rollback. */
  @PrimaryColumn('int') id: number;
  @Column('int') categoryId: number;
  @Column('text') kind: ThreadKind;
  @Column('text') title: string;
  @Column('text') slug: string;
  @Column('int') postCount: number;
  @Column('int') lastNumber: number;
  /** Of the posts that stand; a trigger counts them. */
  @Column('int', { default: 0 }) words: number;
  /** Counts up with each change; what changed since is asked by it. */
  @Column('int') changes: number;
  @Column('timestamptz') publishedAt: Date;
  @Column('timestamptz') lastPostAt: Date;
  @Column('boolean') retired: boolean;
  @Column('boolean') locked: boolean;
  @Column('timestamptz', { nullable: true }) pinnedAt: Date | null;
  /** The thread that it was merged into. */
  @Column('int', { nullable: true }) movedTo: number | null;
  /** Its title is the article’s and does not go with post 1. */
  @Column('boolean') ofArticle: boolean;

  @ManyToOne(() => CategoryEntity) category: Relation<CategoryEntity>;
  @ManyToOne(() => ThreadEntity) @JoinColumn({ name: 'moved_to' }) successor: Relation<ThreadEntity> | null;
}
