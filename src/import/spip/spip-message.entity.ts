import { Column, Entity, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { HostSiteEntity } from '../../articles/host-site.entity.js';
import { SubmissionEntity } from '../../submissions/submission.entity.js';

/** Which message of SPIP has become which submission, so that a second import brings nothing twice. */
@Entity({ schema: 'desk', name: 'spip_message' })
export class SpipMessageEntity {
  @PrimaryColumn('int') siteId: number;
  @PrimaryColumn('bigint') message: string;
  @Column('uuid') submissionId: string;

  @ManyToOne(() => HostSiteEntity) site: Relation<HostSiteEntity>;
  @ManyToOne(() => SubmissionEntity) submission: Relation<SubmissionEntity>;
}
