import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Binds, Counting } from '../deadlines/rule.js';

/** A rule of the law that gives a date, in one of its versions; `Rule` of src/deadlines says what each column means. */
@Entity({ name: 'deadline_rule' })
export class DeadlineRuleEntity {
  @PrimaryGeneratedColumn('identity', { type: 'int', generatedIdentity: 'ALWAYS' }) id: number;
  @Column('int') number: number;
  @Column('text') country: string;
  @Column('text', { array: true }) after: string[];
  @Column('text', { array: true }) endedBy: string[];
  @Column('int', { nullable: true }) months: number | null;
  @Column('int', { nullable: true }) days: number | null;
  @Column('text') binds: Binds;
  @Column('text') counting: Counting;
  @Column('boolean') weekday: boolean;
  /** What the date is: « refus implicite ». */
  @Column('text') wordsFr: string;
  @Column('text') wordsEn: string;
  /** What one should know of it; may be empty. */
  @Column('text') aboutFr: string;
  @Column('text') aboutEn: string;
  @Column('text') sourceFr: string;
  @Column('text') sourceEn: string;
  @Column('date', { nullable: true }) heldFrom: string | null;
  @Column('date', { nullable: true }) heldUntil: string | null;
  /** The day on which a lawyer has read it again, and who that was. */
  @Column('date', { nullable: true }) checkedOn: string | null;
  @Column('text', { nullable: true }) checkedBy: string | null;
}
