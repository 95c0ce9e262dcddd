import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { Language } from '../visitors/visitor.js';
import { MemberEntity } from './member.entity.js';

/** What belongs to one member and is shown to nobody else. */
@Entity({ schema: 'private', name: 'account' })
export class AccountEntity {
  @PrimaryColumn('int') memberId: number;
  @Column('text') passwordHash: string;
  @Column('text', { nullable: true }) email: string | null;
  @Column('text', { nullable: true }) language: Language | null;
  @Column('timestamptz', { nullable: true }) suspendedAt: Date | null;
  @Column('int') acceptedCount: number;
  /** Null for a suspension without an end. */
  @Column('timestamptz', { nullable: true }) suspendedUntil: Date | null;
  /** What its member is told. */
  @Column('text', { nullable: true }) suspendedFor: string | null;
  @Column('timestamptz', { nullable: true }) emailConfirmedAt: Date | null;
  /** Which letters they want to receive. */
  @Column('text', { array: true }) mails: ('decided' | 'answered' | 'alert')[];

  /** Whether they are told when a post names them. */
  @Column('boolean') mentions: boolean;

  /** What was published up to this moment counts as read. */
  @Column('timestamptz') readBefore: Date;

  @OneToOne(() => MemberEntity, { onDelete: 'CASCADE' }) @JoinColumn() member: Relation<MemberEntity>;
}
