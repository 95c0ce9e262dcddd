import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { AccountEntity } from '../members/account.entity.js';
import { ThreadEntity } from '../threads/thread.entity.js';
import type { Language } from '../visitors/visitor.js';
import type { Remind } from '../workshops/registering.js';
import type { RegistrationState } from './registration-states.js';

/** Somebody wants to come to a date of a workshop. No hour is kept, only the place in the line. */
@Entity({ schema: 'private', name: 'registration' })
@Unique(['threadId', 'arrivalCode'])
export class RegistrationEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('int') threadId: number;
  /** The rows of dates go and come back with post 1, and registrations stay. */
  @Column('uuid') dateId: string;
  /** Null for the whole. */
  @Column('uuid', { nullable: true }) partId: string | null;
  @Column('int') persons: number;
  @Column('text') state: RegistrationState;
  /** In the line of its date. */
  @Column('int') position: number;
  @Column('text') name: string;
  /** Whether they need access or help. */
  @Column('boolean') help: boolean;
  @Column('text', { array: true }) remind: Remind[];
  @Column('text', { nullable: true }) email: string | null;
  @Column('timestamptz', { nullable: true }) emailConfirmedAt: Date | null;
  /** Of the address of its page in letters, once one may be sent. */
  @Column('bytea', { nullable: true, unique: true }) mailTokenHash: Buffer | null;
  @Column('text') language: Language;
  /** Of a member who keeps it among theirs; hosts never see it. */
  @Column('int', { nullable: true }) memberId: number | null;
  /** Six signs to say at the door. They open nothing. */
  @Column('text') arrivalCode: string;
  @Column('boolean') arrived: boolean;
  @Column('bytea', { unique: true }) tokenHash: Buffer;
  @Column('bytea', { unique: true }) codeHash: Buffer;
  /** The token, in a box that only the code opens. */
  @Column('bytea') codeBox: Buffer;
  @Column('bytea', { unique: true }) keyHash: Buffer;

  @ManyToOne(() => ThreadEntity) thread: Relation<ThreadEntity>;
  @ManyToOne(() => AccountEntity, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'member_id', referencedColumnName: 'memberId' })
  member: Relation<AccountEntity> | null;
}
