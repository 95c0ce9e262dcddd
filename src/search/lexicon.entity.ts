import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A word that several people have used where everyone may read; counted at night. */
@Entity({ name: 'lexicon' })
export class LexiconEntity {
  @PrimaryColumn('text') word: string;
  @Column('int') posts: number;
  /** The word, and what it becomes when one of its letters is left out. */
  @Column('text', { array: true }) cuts: string[];
}
