import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { MemberEntity } from '../members/member.entity.js';

/** The text of a member’s own page, as it was published. */
@Entity({ name: 'profile' })
export class ProfileEntity {
  @PrimaryColumn('int') memberId: number;
  @Column('text') source: string;
  @Column('text') html: string;
  @Column('int') rendererVersion: number;
  @Column('timestamptz') publishedAt: Date;

  @OneToOne(() => MemberEntity, { onDelete: 'CASCADE' }) @JoinColumn() member: Relation<MemberEntity>;
}
