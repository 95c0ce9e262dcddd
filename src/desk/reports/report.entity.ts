import { Column, Entity, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { MemberEntity } from '../../members/member.entity.js';
import { SubmissionEntity } from '../../submissions/submission.entity.js';

/** What one reader says is wrong with a post; all reports of a post are one submission. */
@Entity({ schema: 'desk', name: 'report' })
export class ReportEntity {
  @PrimaryColumn('bytea') keyHash: Buffer;
  @Column('uuid') submissionId: string;
  @Column('text') reason: string;
  @Column('text', { nullable: true }) remark: string | null;
  @Column('int', { nullable: true }) memberId: number | null;
  @Column('timestamptz') reportedAt: Date;

  @ManyToOne(() => SubmissionEntity, { onDelete: 'CASCADE' }) submission: Relation<SubmissionEntity>;
  @ManyToOne(() => MemberEntity) member: Relation<MemberEntity> | null;
}
