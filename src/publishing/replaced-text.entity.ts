import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { SaidDocument } from '../submissions/documents/said-document.js';
import type { Facts } from '../submissions/thread-facts/facts.js';
import { PostEntity } from '../threads/post.entity.js';

/** A published text that another one has replaced, kept at the desk. */
@Entity({ schema: 'desk', name: 'revision' })
export class ReplacedTextEntity {
  @PrimaryColumn('int') threadId: number;
  @PrimaryColumn('int') number: number;
  @PrimaryColumn('int') revision: number;
  @Column('text', { nullable: true }) title: string | null;
  @Column('text') source: string;
  @Column('text') html: string;
  /** What stood then, and what took its place. */
  @Column('jsonb') documents: SaidDocument[];
  @Column('boolean', { default: false }) question: boolean;
  @Column('jsonb', { nullable: true }) facts: Facts | null;
  @Column('jsonb', { nullable: true }) nextFacts: Facts | null;
  @Column('timestamptz') replacedAt: Date;
  @Column('text') replacedBy: 'author' | 'team';
  @Column('int', { nullable: true }) rendererVersion: number | null;
  @Column('timestamptz', { nullable: true }) editedAt: Date | null;
  @Column('boolean') editedByTeam: boolean;
  @Column('text', { nullable: true }) editedFor: string | null;
  @Column('text', { nullable: true }) editedReason: string | null;
  /** Whether everyone may read it: it then stands in public.revision, too. */
  @Column('boolean') shown: boolean;

  @ManyToOne(() => PostEntity)
  @JoinColumn([
    { name: 'thread_id', referencedColumnName: 'threadId' },
    { name: 'number', referencedColumnName: 'number' },
  ])
  post: Relation<PostEntity>;
}
