import { Column, Entity, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { ArticleEntity } from './article.entity.js';
import { HostSiteEntity } from './host-site.entity.js';

/** Another name under which a site may ask for an article. */
@Entity({ name: 'article_alias' })
export class ArticleAliasEntity {
  @PrimaryColumn('int') siteId: number;
  @PrimaryColumn('text') identifier: string;
  @Column('int') articleId: number;

  @ManyToOne(() => HostSiteEntity) site: Relation<HostSiteEntity>;
  @ManyToOne(() => ArticleEntity, { onDelete: 'CASCADE' }) article: Relation<ArticleEntity>;
}
