import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { SiteModule } from '../site/site.module.js';
import { VisitorsModule } from '../visitors/visitors.module.js';
import { Assets } from './assets.js';
import { Doorkeeper } from './doorkeeper.js';
import { HealthController } from './health.controller.js';
import { Limits } from './limits.js';
import { Pages } from './pages.js';
import { ProblemFilter } from './problem.filter.js';
import { RouteTable } from './route-table.js';
import { SessionCookies } from './session-cookies.js';
import { VisitorGuard } from './visitor.guard.js';

/**
 * The doors of the house: one small controller for one noun, which parses, calls one verb of the rooms above and
 * answers with a page. No rule of the forum lives here, and no SQL. Every route carries a mark that says who may use
 * it; every error of anybody becomes a page in problem.filter.ts.
 */
@Module({
  imports: [DiscoveryModule, SiteModule, VisitorsModule],
  controllers: [
    HealthController,
  ],
  providers: [
    Assets, Doorkeeper, Limits, Pages, RouteTable, SessionCookies,
    { provide: APP_GUARD, useClass: VisitorGuard },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class WebModule {}
