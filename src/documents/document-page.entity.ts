import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { Audience } from '../threads/visible.js';
import { DocumentEntity } from './document.entity.js';

/** The words of one page of a published document. */
@Entity({ name: 'document_page' })
export class DocumentPageEntity {
  @PrimaryColumn('uuid') documentId: string;
  @PrimaryColumn('int') page: number;
  @Column('text') words: string;
  /** Whether the words were read from a picture of the page. */
  @Column('boolean') recognised: boolean;
  /** The audience in whose index it stands. */
  @Column('text') indexedFor: Audience;
  @Column({ type: 'tsvector', select: false }) search: string;

  @ManyToOne(() => DocumentEntity, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'document_id' })
  document: Relation<DocumentEntity>;
}
