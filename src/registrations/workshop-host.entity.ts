import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { AccountEntity } from '../members/account.entity.js';
import { ThreadEntity } from '../threads/thread.entity.js';

/** A member who runs a workshop, and may see who comes. */
@Entity({ schema: 'private', name: 'workshop_host' })
export class WorkshopHostEntity {
  @PrimaryColumn('int') threadId: number;
  @PrimaryColumn('int') memberId: number;
  /** Whether they are a host by their role of organizer or administrator, and only as long as they have it. */
  @Column('boolean') byRole: boolean;
  @Column('boolean') isShown: boolean;
  @Column('timestamptz') since: Date;

  @ManyToOne(() => ThreadEntity) thread: Relation<ThreadEntity>;
  @ManyToOne(() => AccountEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'member_id', referencedColumnName: 'memberId' })
  member: Relation<AccountEntity>;
}
