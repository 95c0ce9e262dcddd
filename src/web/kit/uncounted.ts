import { SetMetadata } from '@nestjs/common';

export const UNCOUNTED = 'palabre:uncounted';

/**
 * A route that the guard of limits does not count: its answer costs less than a page, or it counts by itself. Without
 * this mark every request to a route is counted (limit.guard.ts).
 */
export const Uncounted = (): MethodDecorator => SetMetadata(UNCOUNTED, true);
