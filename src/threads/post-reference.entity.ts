import { Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { PostEntity } from './post.entity.js';

/** A published post that quotes or links another one. A trigger of the database keeps it: no code writes it. */
@Entity({ name: 'post_reference' })
export class PostReferenceEntity {
  @PrimaryColumn('int') threadId: number;
  @PrimaryColumn('int') number: number;
  /** As it was written: what was moved since is found by `post_moved`. */
  @PrimaryColumn('int') toThread: number;
  @PrimaryColumn('int') toNumber: number;

  @ManyToOne(() => PostEntity, { onDelete: 'CASCADE' })
  @JoinColumn([
    { name: 'thread_id', referencedColumnName: 'threadId' },
    { name: 'number', referencedColumnName: 'number' },
  ])
  post: Relation<PostEntity>;
}
