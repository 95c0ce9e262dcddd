import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { CategoryEntity } from '../categories/category.entity.js';
import type { Audience } from '../threads/visible.js';
import { PostEntity } from '../threads/post.entity.js';

/** A published text as search finds it. Triggers of the database keep it: no code writes it. */
@Entity({ name: 'searched' })
export class SearchedEntity {
  @PrimaryColumn('int') threadId: number;
  @PrimaryColumn('int') number: number;
  @Column('int') categoryId: number;
  @Column('timestamptz') publishedAt: Date;
  /**
   * The audience in whose index it stands: that of its category, or for a while the one that the category had before.
   */
  @Column('text') indexedFor: Audience;
  /** Its words, and the lexemes of all filters: category, kind, town, tags, author. */
  @Column({ type: 'tsvector', select: false }) words: string;

  @ManyToOne(() => CategoryEntity) category: Relation<CategoryEntity>;
  @ManyToOne(() => PostEntity, { onDelete: 'CASCADE' })
  @JoinColumn([
    { name: 'thread_id', referencedColumnName: 'threadId' },
    { name: 'number', referencedColumnName: 'number' },
  ])
  post: Relation<PostEntity>;
}
