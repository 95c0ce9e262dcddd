import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { AccountEntity } from './account.entity.js';

/** A browser that is logged in; of its token there is only the hash. */
@Entity({ schema: 'private', name: 'session' })
export class SessionEntity {
  @PrimaryColumn('bytea') tokenHash: Buffer;
  @Column('int') memberId: number;
  @Column('timestamptz') createdAt: Date;
  /** A day, never a time. */
  @Column('date') seenOn: string;
  @Column('timestamptz') expiresAt: Date;

  @ManyToOne(() => AccountEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'member_id', referencedColumnName: 'memberId' })
  member: Relation<AccountEntity>;
}
