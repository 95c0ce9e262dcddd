import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from 'typeorm';
import { AccountEntity } from '../members/account.entity.js';
import { RegistrationEntity } from '../registrations/registration.entity.js';
import { SubmissionEntity } from '../submissions/submission.entity.js';
import { ThreadEntity } from '../threads/thread.entity.js';

/**
 * What a member is told on their own page. No foreign key to the log: the log's own triggers alone refuse that it is
 * emptied.
 */
@Entity({ schema: 'private', name: 'notice' })
@Unique(['memberId', 'decisionId', 'kind'])
export class NoticeEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id: string;
  @Column('int') memberId: number;
  @Column('text') kind: string;
  @Column('bigint', { nullable: true }) decisionId: string | null;
  @Column('uuid', { nullable: true }) submissionId: string | null;
  @Column('int', { nullable: true }) threadId: number | null;
  @Column('int', { nullable: true }) number: number | null;
  @Column('uuid', { nullable: true }) registrationId: string | null;
  @Column('timestamptz') noticedAt: Date;
  @Column('timestamptz', { nullable: true }) seenAt: Date | null;

  @ManyToOne(() => AccountEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'member_id', referencedColumnName: 'memberId' })
  member: Relation<AccountEntity>;
  @ManyToOne(() => SubmissionEntity, { onDelete: 'CASCADE' }) submission: Relation<SubmissionEntity> | null;
  @ManyToOne(() => RegistrationEntity, { onDelete: 'CASCADE' }) registration: Relation<RegistrationEntity> | null;
  @ManyToOne(() => ThreadEntity) thread: Relation<ThreadEntity> | null;
}
