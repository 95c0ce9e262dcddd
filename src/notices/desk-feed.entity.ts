import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { AccountEntity } from '../members/account.entity.js';

/** The address of a moderator’s feed of the queue; of its token there is only the hash. */
@Entity({ schema: 'private', name: 'desk_feed' })
export class DeskFeedEntity {
  @PrimaryColumn('int') memberId: number;
  @Column('bytea', { unique: true }) tokenHash: Buffer;
  @Column('timestamptz') madeAt: Date;

  @OneToOne(() => AccountEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'member_id', referencedColumnName: 'memberId' })
  member: Relation<AccountEntity>;
}
