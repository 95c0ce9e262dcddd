import { Column, Entity, JoinColumn, ManyToOne, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { HostSiteEntity } from '../../articles/host-site.entity.js';
import { ThreadEntity } from '../../threads/thread.entity.js';
import type { ArticlePolicy } from '../../threads/visible.js';

/** An article whose section was merged into another’s, kept so that undoing can restore it: the log keeps no texts. */
@Entity({ schema: 'desk', name: 'merged_article' })
export class MergedArticleEntity {
  @PrimaryColumn('int') threadId: number;
  @Column('int') id: number;
  @Column('int') siteId: number;
  @Column('text') identifier: string;
  @Column('text') title: string;
  @Column('text') url: string;
  @Column('text', { nullable: true }) policy: ArticlePolicy | null;
  @Column('timestamptz', { nullable: true }) datedAt: Date | null;
  @Column('boolean') removed: boolean;
  @Column('text', { array: true }) aliases: string[];

  @OneToOne(() => ThreadEntity) @JoinColumn() thread: Relation<ThreadEntity>;
  @ManyToOne(() => HostSiteEntity) site: Relation<HostSiteEntity>;
}
