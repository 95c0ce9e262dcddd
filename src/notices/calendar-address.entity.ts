import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { AccountEntity } from '../members/account.entity.js';

/** The address of a member’s calendar; of its token there is only the hash. */
@Entity({ schema: 'private', name: 'calendar_address' })
export class CalendarAddressEntity {
  @PrimaryColumn('int') memberId: number;
  @Column('bytea', { unique: true }) tokenHash: Buffer;
  @Column('timestamptz') madeAt: Date;

  @OneToOne(() => AccountEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'member_id', referencedColumnName: 'memberId' })
  member: Relation<AccountEntity>;
}
