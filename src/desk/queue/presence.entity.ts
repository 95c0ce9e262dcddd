import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { MemberEntity } from '../../members/member.entity.js';

/** When a moderator was last seen at the desk. */
@Entity({ schema: 'desk', name: 'presence' })
export class PresenceEntity {
  @PrimaryColumn('int') memberId: number;
  @Column('timestamptz') seenAt: Date;

  @OneToOne(() => MemberEntity, { onDelete: 'CASCADE' }) @JoinColumn() member: Relation<MemberEntity>;
}
