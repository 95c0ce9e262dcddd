import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { PostEntity } from '../../threads/post.entity.js';

/** The facts of a step that was moved to a thread which is no case, in case it comes back. */
@Entity({ schema: 'desk', name: 'kept_step' })
export class KeptStepEntity {
  @PrimaryColumn('int') threadId: number;
  @PrimaryColumn('int') number: number;
  /** The columns of its row. */
  @Column('jsonb') facts: Record<string, unknown>;

  @OneToOne(() => PostEntity)
  @JoinColumn([
    { name: 'thread_id', referencedColumnName: 'threadId' },
    { name: 'number', referencedColumnName: 'number' },
  ])
  post: Relation<PostEntity>;
}
