import { Column, Entity, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { MemberEntity } from '../members/member.entity.js';
import type { SaidDocument } from './documents/said-document.js';
import type { Facts } from './thread-facts/facts.js';
import { SubmissionEntity } from './submission.entity.js';

/** Every text that a submission ever had; erased when its author withdraws it. */
@Entity({ schema: 'desk', name: 'submission_version' })
export class SubmissionVersionEntity {
  @PrimaryColumn('uuid') submissionId: string;
  @PrimaryColumn('int') version: number;
  @Column('text', { nullable: true }) title: string | null;
  @Column('text') source: string;
  @Column('text') html: string;
  @Column('jsonb', { nullable: true }) facts: Facts | null;
  @Column('jsonb') documents: SaidDocument[];
  @Column('boolean', { default: false }) question: boolean;
  @Column('text') writtenBy: 'author' | 'team';
  @Column('int', { nullable: true }) memberId: number | null;
  @Column('timestamptz') writtenAt: Date;

  @ManyToOne(() => SubmissionEntity, { onDelete: 'CASCADE' }) submission: Relation<SubmissionEntity>;
  @ManyToOne(() => MemberEntity) member: Relation<MemberEntity> | null;
}
