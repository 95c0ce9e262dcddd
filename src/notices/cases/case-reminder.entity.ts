import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { AccountEntity } from '../../members/account.entity.js';
import { ThreadEntity } from '../../threads/thread.entity.js';
import type { Language } from '../../visitors/visitor.js';

/** Somebody wants to be reminded of the dates of a case: a member, or whoever reads an address. */
@Entity({ schema: 'private', name: 'case_reminder' })
@Unique(['threadId', 'memberId'])
@Unique(['threadId', 'email'])
export class CaseReminderEntity {
  @PrimaryColumn('uuid') id: string;
  /** The case as it was when they asked; where it was merged, another one answers for it. */
  @Column('int') threadId: number;
  @Column('int', { nullable: true }) memberId: number | null;
  @Column('text', { nullable: true }) email: string | null;
  @Column('timestamptz', { nullable: true }) emailConfirmedAt: Date | null;
  @Column('text') language: Language;
  @Column('timestamptz') askedAt: Date;
  /** Reminders that they had, or whose time was over when they asked (reminder-news.ts). */
  @Column('text', { array: true }) knows: string[];
  /** How the case, the law and the day were when somebody looked last. */
  @Column('text') looked: string;
  /** From when on they are told what is due now; null while nothing is. */
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
  /** Since when they cannot read its case any more; null while they can. */
  @Column('timestamptz', { nullable: true }) goneAt: Date | null;

  @ManyToOne(() => ThreadEntity) thread: Relation<ThreadEntity>;
  @ManyToOne(() => AccountEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'member_id', referencedColumnName: 'memberId' })
  member: Relation<AccountEntity> | null;
}
