import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { CategoryEntity } from '../categories/category.entity.js';
import { PostEntity } from './post.entity.js';

/** A tag of a published post. A trigger of the database keeps it: no code writes it. */
@Entity({ name: 'post_tag' })
export class PostTagEntity {
  @PrimaryColumn('int') threadId: number;
  @PrimaryColumn('int') number: number;
  /** Folded, as in addresses. */
  @PrimaryColumn('text') tag: string;
  /** As it was typed. */
  @Column('text') spelling: string;
  @Column('int') categoryId: number;
  @Column('timestamptz') publishedAt: Date;

  @ManyToOne(() => CategoryEntity) category: Relation<CategoryEntity>;
  @ManyToOne(() => PostEntity, { onDelete: 'CASCADE' })
  @JoinColumn([
    { name: 'thread_id', referencedColumnName: 'threadId' },
    { name: 'number', referencedColumnName: 'number' },
  ])
  post: Relation<PostEntity>;
}
