import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language } from '../visitors/visitor.js';

/** What belongs to one member and is shown to nobody else. */
@Entity({ schema: 'private', name: 'account' })
export class AccountEntity {
  @PrimaryColumn({ name: 'member_id', type: 'int' })
  memberId: number;

  @Column({ name: 'password_hash', type: 'text' })
  passwordHash: string;

  @Column({ type: 'text', nullable: true })
  email: string | null;

  @Column({ type: 'text', nullable: true })
  language: Language | null;

  @Column({ name: 'suspended_at', type: 'timestamptz', nullable: true })
  suspendedAt: Date | null;

  /** Null for a suspension without an end. */
  @Column({ name: 'suspended_until', type: 'timestamptz', nullable: true })
  suspendedUntil: Date | null;

  /** What its member is told. */
  @Column({ name: 'suspended_for', type: 'text', nullable: true })
  suspendedFor: string | null;

  @Column({ name: 'accepted_count', type: 'int' })
  acceptedCount: number;
}
