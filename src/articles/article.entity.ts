import {
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  OneToOne,
  PrimaryGeneratedColumn,
  type Relation,
  Unique,
} from 'typeorm';
import { ThreadEntity } from '../threads/thread.entity.js';
import type { ArticlePolicy } from '../threads/visible.js';
import { HostSiteEntity } from './host-site.entity.js';

/**
 * A page elsewhere whose section we hold: public knowledge, so made by an administrator or with its first published
 * comment.
 */
@Entity({ name: 'article' })
@Unique(['siteId', 'identifier'])
export class ArticleEntity {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS' }) id: number;
  @Column('int') siteId: number;
  /** As the site calls it: « 331 ». */
  @Column('text') identifier: string;
  @Column('text') title: string;
  @Column('text') url: string;
  @Column('int', { nullable: true }) threadId: number | null;
  /** Null when the policy of its site applies. */
  @Column('text', { nullable: true }) policy: ArticlePolicy | null;
  @Column('timestamptz', { nullable: true }) datedAt: Date | null;
  @Column('boolean') removed: boolean;

  @ManyToOne(() => HostSiteEntity) site: Relation<HostSiteEntity>;
  @OneToOne(() => ThreadEntity) @JoinColumn() thread: Relation<ThreadEntity> | null;
}
