import { Column, Entity, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { MemberEntity } from '../members/member.entity.js';
import { SubmissionEntity } from '../submissions/submission.entity.js';

/** A moderator who agrees that a version be published, where that takes more than one. */
@Entity({ schema: 'desk', name: 'agreement' })
export class AgreementEntity {
  @PrimaryColumn('uuid') submissionId: string;
  @PrimaryColumn('int') version: number;
  @PrimaryColumn('int') memberId: number;
  @Column('timestamptz') agreedAt: Date;

  @ManyToOne(() => SubmissionEntity, { onDelete: 'CASCADE' }) submission: Relation<SubmissionEntity>;
  @ManyToOne(() => MemberEntity, { onDelete: 'CASCADE' }) member: Relation<MemberEntity>;
}
