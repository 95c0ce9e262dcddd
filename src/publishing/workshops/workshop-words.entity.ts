import { Column, Entity, JoinColumn, ManyToOne, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { SubmissionEntity } from '../../submissions/submission.entity.js';
import { ThreadEntity } from '../../threads/thread.entity.js';

/** For whom hosts have written what; the words are those of the submission. */
@Entity({ schema: 'private', name: 'workshop_words' })
export class WorkshopWordsEntity {
  @PrimaryColumn('uuid') submissionId: string;
  @Column('int') threadId: number;
  /** For those in the line alone. */
  @Column('boolean') toLine: boolean;
  /** For those of one part alone; parts go and come back with post 1. */
  @Column('uuid', { nullable: true }) partId: string | null;
  /** Null while nobody reads it. */
  @Column('timestamptz', { nullable: true }) publishedAt: Date | null;

  @OneToOne(() => SubmissionEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'submission_id' })
  submission: Relation<SubmissionEntity>;
  @ManyToOne(() => ThreadEntity) thread: Relation<ThreadEntity>;
}
