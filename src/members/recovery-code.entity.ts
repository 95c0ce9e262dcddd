import { Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { AccountEntity } from './account.entity.js';

/** What is stored of a code by which a member who lost the password comes back. */
@Entity({ schema: 'private', name: 'recovery_code' })
export class RecoveryCodeEntity {
  @PrimaryColumn('int') memberId: number;
  @PrimaryColumn('bytea') codeHash: Buffer;

  @ManyToOne(() => AccountEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'member_id', referencedColumnName: 'memberId' })
  member: Relation<AccountEntity>;
}
