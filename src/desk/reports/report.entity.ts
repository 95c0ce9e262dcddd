import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { MemberEntity } from '../../members/member.entity.js';
import { SubmissionEntity } from '../../submissions/submission.entity.js';
import { FileEntity } from '../../uploads/file.entity.js';

/** What one reader says is wrong with a post; all reports of a post are one submission. */
@Entity({ schema: 'desk', name: 'report' })
export class ReportEntity {
  @PrimaryColumn('bytea') keyHash: Buffer;
  @Column('uuid') submissionId: string;
  @Column('text') reason: string;
  @Column('text', { nullable: true }) remark: string | null;
  @Column('int', { nullable: true }) memberId: number | null;
  /** The file of the post that it is about; null for the whole post, and once that file was erased. */
  @Column('uuid', { nullable: true }) documentId: string | null;
  @Column('timestamptz') reportedAt: Date;

  @ManyToOne(() => SubmissionEntity, { onDelete: 'CASCADE' }) submission: Relation<SubmissionEntity>;
  @ManyToOne(() => FileEntity, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'document_id' })
  document: Relation<FileEntity> | null;
  @ManyToOne(() => MemberEntity) member: Relation<MemberEntity> | null;
}
