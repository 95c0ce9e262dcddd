import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { MemberEntity } from '../members/member.entity.js';

/** The log of decisions: rows are added (publishing/log.ts) and never change. */
@Entity({ schema: 'desk', name: 'decision' })
export class DecisionEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id: string;
  @Column('timestamptz') decidedAt: Date;
  @Column('int', { nullable: true }) memberId: number | null;
  @Column('text') memberName: string;
  @Column('text') decision: string;
  /** No foreign key: the log outlives what it is about. */
  @Column('uuid', { nullable: true }) submissionId: string | null;
  /** Null for what is decided about members. */
  @Column('int', { nullable: true }) categoryId: number | null;
  @Column('int', { nullable: true }) threadId: number | null;
  @Column('int', { nullable: true }) number: number | null;
  @Column('int', { nullable: true }) version: number | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('text', { nullable: true }) remark: string | null;
  /** The decision that this one takes back, at most once each. */
  @Column('bigint', { nullable: true }) undoes: string | null;
  /** The bulk by which it was decided together with others. */
  @Column('uuid', { nullable: true }) batch: string | null;
  @Column('jsonb', { nullable: true }) detail: Record<string, unknown> | null;
  @Column('text', { array: true }) reasons: string[];

  @ManyToOne(() => MemberEntity) member: Relation<MemberEntity> | null;
  @ManyToOne(() => DecisionEntity) @JoinColumn({ name: 'undoes' }) undone: Relation<DecisionEntity> | null;
}
