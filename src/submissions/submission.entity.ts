import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { ArticleWords } from '../articles/article-words.js';
import { CategoryEntity } from '../categories/category.entity.js';
import { MemberEntity } from '../members/member.entity.js';
import { ThreadEntity } from '../threads/thread.entity.js';
import type { AuthorRole } from '../threads/visible.js';
import type { Status } from './followed.js';
import type { Facts } from './thread-facts/facts.js';
import type { SaidDocument } from './documents/said-document.js';
import type { Kind } from './kind.js';

/** What somebody sent, whatever became of it. The reader’s login has no right to it. */
@Entity({ schema: 'desk', name: 'submission' })
export class SubmissionEntity {
  /** Made from the token: a number that counts up would tell its author how much others have sent. */
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: Kind;
  @Column('text') status: Status;
  @Column('int') version: number;
  @Column('int', { nullable: true }) categoryId: number | null;
  @Column('int', { nullable: true }) threadId: number | null;
  @Column('int', { nullable: true }) number: number | null;
  @Column('text', { nullable: true }) title: string | null;
  @Column('text') source: string;
  @Column('text') html: string;
  @Column('int') rendererVersion: number;
  @Column('int', { nullable: true }) replyTo: number | null;
  /** Of an edit: the post’s `change` that its author had in front of them. */
  @Column('int', { nullable: true }) baseChange: number | null;
  @Column('int', { nullable: true }) authorId: number | null;
  @Column('text') authorName: string;
  @Column('text') authorRole: AuthorRole;
  @Column('text', { nullable: true }) email: string | null;
  @Column('bytea') keyHash: Buffer;
  @Column('bytea', { unique: true }) tokenHash: Buffer;
  @Column('text', { array: true }) heldFor: string[];
  @Column('timestamptz') writtenAt: Date;
  @Column('timestamptz') changedAt: Date;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('int', { nullable: true }) decidedBy: number | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('text', { nullable: true }) remark: string | null;
  /** The refusal that an appeal is about. */
  @Column('uuid', { nullable: true }) appeals: string | null;
  /** To recognize a text that is sent twice. */
  @Column('bytea', { nullable: true }) textHash: Buffer | null;
  @Column('text', { array: true }) reasons: string[];
  @Column({ type: 'boolean', insert: false, update: false }) withLinks: boolean;
  @Column({ type: 'boolean', insert: false, update: false }) withDocuments: boolean;
  @Column({ type: 'tsvector', nullable: true, insert: false, update: false, select: false }) search: string | null;
  /** Null until the address was confirmed. */
  @Column('timestamptz', { nullable: true }) emailConfirmedAt: Date | null;
  @Column('bytea', { nullable: true }) mailTokenHash: Buffer | null;
  @Column('jsonb', { nullable: true }) article: ArticleWords | null;
  @Column('jsonb', { nullable: true }) facts: Facts | null;
  /** Of an edit: what was public when its author changed it. */
  @Column('jsonb', { nullable: true }) baseFacts: Facts | null;
  /** An edit of what somebody else wrote, sent by anybody. */
  @Column('boolean') proposes: boolean;
  /** A reply that is a question. */
  @Column('boolean', { default: false }) question: boolean;
  @Column('jsonb') documents: SaidDocument[];
  /** Of an edit: those of the post when its author changed it. */
  @Column('jsonb') baseDocuments: SaidDocument[];
  /** Threads that it waited in before they were merged or split. */
  @Column('int', { array: true }) movedFrom: number[];
  @Column('bytea', { nullable: true }) codeHash: Buffer | null;
  /** The token, in a box that only the code by which it is followed opens. */
  @Column('bytea', { nullable: true }) codeBox: Buffer | null;

  @ManyToOne(() => CategoryEntity) category: Relation<CategoryEntity> | null;
  @ManyToOne(() => ThreadEntity) thread: Relation<ThreadEntity> | null;
  @ManyToOne(() => MemberEntity) author: Relation<MemberEntity> | null;
  @ManyToOne(() => MemberEntity) @JoinColumn({ name: 'decided_by' }) decider: Relation<MemberEntity> | null;
  @ManyToOne(() => SubmissionEntity) @JoinColumn({ name: 'appeals' }) refusal: Relation<SubmissionEntity> | null;
}
