import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { SaidDocument } from '../../submissions/documents/said-document.js';
import { PostEntity } from '../../threads/post.entity.js';

/** The documents of a published post, in their order; readers have rows of them while the post stands. */
@Entity({ schema: 'desk', name: 'post_documents' })
export class PostDocumentsEntity {
  @PrimaryColumn('int') threadId: number;
  @PrimaryColumn('int') number: number;
  @Column('jsonb') documents: SaidDocument[];

  @OneToOne(() => PostEntity)
  @JoinColumn([
    { name: 'thread_id', referencedColumnName: 'threadId' },
    { name: 'number', referencedColumnName: 'number' },
  ])
  post: Relation<PostEntity>;
}
