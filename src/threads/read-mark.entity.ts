import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { AccountEntity } from '../members/account.entity.js';
import { ThreadEntity } from './thread.entity.js';

/** How far a member has read a thread. */
@Entity({ schema: 'private', name: 'read_mark' })
export class ReadMarkEntity {
  @PrimaryColumn('int') memberId: number;
  @PrimaryColumn('int') threadId: number;
  @Column('int') number: number;

  @ManyToOne(() => AccountEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'member_id', referencedColumnName: 'memberId' })
  member: Relation<AccountEntity>;
  @ManyToOne(() => ThreadEntity, { onDelete: 'CASCADE' }) thread: Relation<ThreadEntity>;
}
