import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { HostSiteEntity } from './host-site.entity.js';

/** The secret that a site signs its articles with. */
@Entity({ schema: 'private', name: 'host_site_key' })
export class HostSiteKeyEntity {
  @PrimaryColumn('int') siteId: number;
  @Column('text') key: string;

  @OneToOne(() => HostSiteEntity, { onDelete: 'CASCADE' }) @JoinColumn() site: Relation<HostSiteEntity>;
}
