import { Entity, JoinColumn, ManyToOne, OneToOne, PrimaryColumn, Column, type Relation } from 'typeorm';
import { FileEntity } from '../../uploads/file.entity.js';
import { SubmissionEntity } from '../submission.entity.js';

/** That a file came with a submission, with which it is erased. */
@Entity({ schema: 'desk', name: 'document' })
export class AttachedDocumentEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') submissionId: string;

  @OneToOne(() => FileEntity, { onDelete: 'CASCADE' }) @JoinColumn({ name: 'id' }) file: Relation<FileEntity>;
  @ManyToOne(() => SubmissionEntity) @JoinColumn({ name: 'submission_id' }) submission: Relation<SubmissionEntity>;
}
