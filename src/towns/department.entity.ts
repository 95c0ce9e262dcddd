import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A department, or what stands for one overseas. Filled with the towns. */
@Entity({ name: 'department' })
export class DepartmentEntity {
  @PrimaryColumn('text') code: string;
  @Column('text') name: string;
  @Column('text') region: string;
}
