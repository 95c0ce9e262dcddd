import { Column, Entity, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { MemberEntity } from '../members/member.entity.js';

/** A moderator was told that a submission of this category waits too long; 0 for submissions about members. */
@Entity({ schema: 'desk', name: 'alert' })
export class AlertEntity {
  @PrimaryColumn('int') memberId: number;
  @PrimaryColumn('int') categoryId: number;
  @Column('timestamptz') begunAt: Date;

  @ManyToOne(() => MemberEntity, { onDelete: 'CASCADE' }) member: Relation<MemberEntity>;
}
