import { Module } from '@nestjs/common';
import { Departments } from './departments.js';
import { Towns } from './towns.js';

/**
 * The towns of France, by code, postal code or name; all folders above may use it. It reads through the reader login
 * and must never write: a migration fills the tables from towns.json, which `npm run towns` makes (`making/`, no part
 * of the running forum).
 */
@Module({ providers: [Towns, Departments], exports: [Towns, Departments] })
export class TownsModule {}
