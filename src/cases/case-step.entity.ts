import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { PostEntity } from '../threads/post.entity.js';
import type { StepKind } from '../deadlines/step-kind.js';
import type { CaseStatus } from './case-facts.js';
import type { How } from './step-facts.js';

/** What is public of a step besides its post; a trigger lets it go when the post goes. */
@Entity({ name: 'case_step' })
export class CaseStepEntity {
  @PrimaryColumn('int') threadId: number;
  @PrimaryColumn('int') number: number;
  @Column('text') kind: StepKind;
  @Column('text') dated: string;
  @Column('text', { nullable: true }) how: How | null;
  @Column('text', { nullable: true }) outcome: string | null;
  @Column('int', { nullable: true }) cameras: number | null;
  @Column('bigint', { nullable: true }) amount: string | null;
  @Column('text') software: string;
  @Column('text') link: string;
  /** The post that it leads to, where it stood when the step was written. */
  @Column('int', { nullable: true }) postThread: number | null;
  @Column('int', { nullable: true }) postNumber: number | null;
  /** The step that began its request, which may have been moved to another thread. */
  @Column('int', { nullable: true }) requestThread: number | null;
  @Column('int', { nullable: true }) requestNumber: number | null;
  /** What the case is from this step on; null where it says nothing of it. */
  @Column('text', { nullable: true }) status: CaseStatus | null;

  @OneToOne(() => PostEntity)
  @JoinColumn([
    { name: 'thread_id', referencedColumnName: 'threadId' },
    { name: 'number', referencedColumnName: 'number' },
  ])
  post: Relation<PostEntity>;
}
