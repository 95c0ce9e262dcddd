import { Column, Entity, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { DepartmentEntity } from './department.entity.js';
import type { Exactness } from './town-file.js';

/** A commune of today, or an arrondissement of Paris, Lyon or Marseille. Filled by a migration. */
@Entity({ name: 'town' })
export class TownEntity {
  /** INSEE's. */
  @PrimaryColumn('text') code: string;
  @Column('text') name: string;
  @Column('text') key: string;
  @Column('text') departmentCode: string;
  @Column('text', { array: true }) postal: string[];
  /** 0 where nobody counted. */
  @Column('int') people: number;
  @Column('real') latitude: number;
  @Column('real') longitude: number;
  @Column('text') exactness: Exactness;
  /** A name of the time zone database. */
  @Column('text') zone: string;
  /** Its code is the postal code of another town as well. */
  @Column('boolean') ambiguous: boolean;

  @ManyToOne(() => DepartmentEntity) department: Relation<DepartmentEntity>;
}
