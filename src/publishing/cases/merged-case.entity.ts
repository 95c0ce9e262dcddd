import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ThreadEntity } from '../../threads/thread.entity.js';
import type { CaseFacts } from '../../cases/case-facts.js';

/** What a case said that was merged into another one, for the undo. */
@Entity({ schema: 'desk', name: 'merged_case' })
export class MergedCaseEntity {
  @PrimaryColumn('int') threadId: number;
  @Column('jsonb') facts: CaseFacts;

  @OneToOne(() => ThreadEntity) @JoinColumn({ name: 'thread_id' }) thread: Relation<ThreadEntity>;
}
