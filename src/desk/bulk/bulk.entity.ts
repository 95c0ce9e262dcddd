import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { MemberEntity } from '../../members/member.entity.js';
import type { Language } from '../../visitors/visitor.js';
import type { BulkState } from './bulk.js';

/** Many submissions that one moderator decides at once. */
@Entity({ schema: 'desk', name: 'bulk' })
export class BulkEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('int') memberId: number;
  @Column('text') state: BulkState;
  @Column('timestamptz') madeAt: Date;
  @Column('text') back: string;
  @Column('int') elsewhere: number;
  @Column('text', { nullable: true }) decision: string | null;
  @Column('text', { array: true }) reasons: string[];
  @Column('text') remark: string;
  @Column('text', { nullable: true }) language: Language | null;
  @Column('timestamptz', { nullable: true }) startedAt: Date | null;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
  @Column('int', { nullable: true }) undoneBy: number | null;

  @ManyToOne(() => MemberEntity, { onDelete: 'CASCADE' }) member: Relation<MemberEntity>;
  @ManyToOne(() => MemberEntity) @JoinColumn({ name: 'undone_by' }) undoer: Relation<MemberEntity> | null;
}
