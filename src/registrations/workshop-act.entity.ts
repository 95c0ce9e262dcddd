import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from 'typeorm';
import { AccountEntity } from '../members/account.entity.js';
import { ThreadEntity } from '../threads/thread.entity.js';
import type { ActDetail, WorkshopAct } from '../publishing/workshops/workshop-act.js';

/** What hosts have done with a workshop: its own story. */
@Entity({ schema: 'private', name: 'workshop_act' })
@Unique(['undoes'])
export class WorkshopActEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id: string;
  @Column('int') threadId: number;
  @Column('int', { nullable: true }) memberId: number | null;
  @Column('timestamptz') actedAt: Date;
  @Column('text') act: WorkshopAct;
  @Column('jsonb') detail: ActDetail;
  @Column('bigint', { nullable: true }) undoes: string | null;

  @ManyToOne(() => ThreadEntity) thread: Relation<ThreadEntity>;
  @ManyToOne(() => AccountEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'member_id', referencedColumnName: 'memberId' })
  member: Relation<AccountEntity> | null;
  @ManyToOne(() => WorkshopActEntity) @JoinColumn({ name: 'undoes' }) undone: Relation<WorkshopActEntity> | null;
}
