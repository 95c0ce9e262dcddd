import { Column, Entity, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { SubmissionEntity } from '../../submissions/submission.entity.js';
import { BulkEntity } from './bulk.entity.js';

/** One of the submissions of a bulk, in the order in which they are decided. */
@Entity({ schema: 'desk', name: 'bulk_item' })
@Unique(['bulkId', 'submissionId'])
export class BulkItemEntity {
  @PrimaryColumn('uuid') bulkId: string;
  @PrimaryColumn('int') place: number;
  @Column('uuid') submissionId: string;
  @Column('int') version: number;
  @Column('text', { nullable: true }) outcome: string | null;
  @Column('bigint', { nullable: true }) decisionId: string | null;
  @Column('text', { nullable: true }) undone: string | null;

  @ManyToOne(() => BulkEntity, { onDelete: 'CASCADE' }) bulk: Relation<BulkEntity>;
  @ManyToOne(() => SubmissionEntity, { onDelete: 'CASCADE' }) submission: Relation<SubmissionEntity>;
}
