import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { AccountEntity } from '../members/account.entity.js';
import { CaseReminderEntity } from './cases/case-reminder.entity.js';
import { RegistrationEntity } from '../registrations/registration.entity.js';
import { SubmissionEntity } from '../submissions/submission.entity.js';
import type { MailKind } from './keys.js';

/** One letter to one person about one event. Neither address nor text: both are read when it leaves. */
@Entity({ schema: 'private', name: 'mail' })
export class MailEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: MailKind;
  @Column('bytea') addressKey: Buffer;
  @Column('int', { nullable: true }) memberId: number | null;
  @Column('uuid', { nullable: true }) submissionId: string | null;
  @Column('bigint', { nullable: true }) decisionId: string | null;
  @Column('uuid', { nullable: true }) registrationId: string | null;
  @Column('uuid', { nullable: true }) reminderId: string | null;
  @Column('timestamptz') madeAt: Date;
  /** Nothing more will be tried: it left, or there was no reason for it any more. */
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
  @Column('boolean') sent: boolean;

  @ManyToOne(() => AccountEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'member_id', referencedColumnName: 'memberId' })
  member: Relation<AccountEntity> | null;
  @ManyToOne(() => SubmissionEntity, { onDelete: 'CASCADE' }) submission: Relation<SubmissionEntity> | null;
  @ManyToOne(() => RegistrationEntity, { onDelete: 'CASCADE' }) registration: Relation<RegistrationEntity> | null;
  @ManyToOne(() => CaseReminderEntity, { onDelete: 'CASCADE' }) reminder: Relation<CaseReminderEntity> | null;
}
