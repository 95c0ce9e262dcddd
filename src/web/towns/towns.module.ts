import { Module } from '@nestjs/common';
import { TownsModule } from '../../towns/towns.module.js';
import { KitModule } from '../kit/kit.module.js';
import { TownController } from './town.controller.js';
import { TownNamesController } from './town-names.controller.js';

/**
 * The pages of towns, and their names for form fields with suggestions; for everyone. It must never read a thread
 * itself: the parts of a town's page are drawn by the wings that own them (src/web/kit/town-pieces.ts).
 */
@Module({ imports: [TownsModule, KitModule], controllers: [TownController, TownNamesController] })
export class TownDoorsModule {}
