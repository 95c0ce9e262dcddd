import { Column, Entity, JoinColumn, ManyToOne, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { SubmissionEntity } from '../../submissions/submission.entity.js';
import { ThreadEntity } from '../../threads/thread.entity.js';

/** To whom hosts have written. The words themselves are those of the submission. */
@Entity({ schema: 'private', name: 'workshop_words' })
export class WorkshopWordsEntity {
  @PrimaryColumn('uuid') submissionId: string;
  @Column('int') threadId: number;
  /** Whether only those in the line read them. */
  @Column('boolean') toLine: boolean;
  /** Only those of this part read them. Parts go and come back with post 1. */
  @Column('uuid', { nullable: true }) partId: string | null;
  /** When they were published; null while nobody reads them. */
  @Column('timestamptz', { nullable: true }) publishedAt: Date | null;

  @OneToOne(() => SubmissionEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'submission_id' })
  submission: Relation<SubmissionEntity>;
  @ManyToOne(() => ThreadEntity) thread: Relation<ThreadEntity>;
}
