import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A letter that people print and send themselves: its title in both languages, and Markdown with blanks. */
@Entity({ name: 'paper_letter' })
export class PaperLetterEntity {
  @PrimaryColumn('text') code: string;
  @Column('int') position: number;
  @Column('text') fr: string;
  @Column('text') en: string;
  /** In the language of whoever gets it. */
  @Column('text') body: string;
}
