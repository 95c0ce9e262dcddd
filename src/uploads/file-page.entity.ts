import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { FileEntity } from './file.entity.js';

/** The words of one page of a cleaned file, ready to be searched on the day that it is published. */
@Entity({ schema: 'desk', name: 'file_page' })
export class FilePageEntity {
  @PrimaryColumn('uuid') fileId: string;
  @PrimaryColumn('int') page: number;
  @Column('text') words: string;
  /** Whether the words were read from a picture of the page. */
  @Column('boolean') recognised: boolean;
  @Column({ type: 'tsvector', select: false }) search: string;

  @ManyToOne(() => FileEntity, { onDelete: 'CASCADE' }) @JoinColumn({ name: 'file_id' }) file: Relation<FileEntity>;
}
