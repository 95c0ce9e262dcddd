import { Column, Entity, JoinColumn, ManyToOne, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { MemberEntity } from '../../members/member.entity.js';
import { SubmissionEntity } from '../../submissions/submission.entity.js';

/** "I am reading this one": a hint with a life of minutes, no lock. */
@Entity({ schema: 'desk', name: 'claim' })
export class ClaimEntity {
  @PrimaryColumn('uuid') submissionId: string;
  @Column('int') memberId: number;
  @Column('timestamptz') claimedAt: Date;
  @Column('timestamptz') until: Date;

  @OneToOne(() => SubmissionEntity, { onDelete: 'CASCADE' }) @JoinColumn() submission: Relation<SubmissionEntity>;
  @ManyToOne(() => MemberEntity, { onDelete: 'CASCADE' }) member: Relation<MemberEntity>;
}
