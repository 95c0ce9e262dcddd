import { Injectable, RequestMethod, type OnModuleInit } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { MARK, type Mark } from './marks.js';

export interface Route {
  method: string;
  /** With its parameters, as the controllers write it: `/thread/:id/:slug`. */
  path: string;
  mark: Mark;
  controller: string;
  handler: string;
}

/**
 * All routes of the forum, read off the controllers themselves: the guard, the tests and the sweep walk this table.
 */
@Injectable()
export class RouteTable implements OnModuleInit {
  readonly routes: Route[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** A route without a mark would be open to everybody, so the forum refuses to start. */
  onModuleInit(): void {
    for (const { metatype } of this.discovery.getControllers()) {
      if (typeof metatype !== 'function') continue;
      for (const handler of this.scanner.getAllMethodNames(metatype.prototype)) this.add(metatype, handler);
    }
  }

  private add(controller: Function, handler: string): void {
    const method: unknown = controller.prototype[handler];
    if (typeof method !== 'function') return;
    const paths: string | string[] | undefined = Reflect.getMetadata(PATH_METADATA, method);
    if (paths === undefined) return;
    const mark: Mark | undefined = Reflect.getMetadata(MARK, method);
    if (mark === undefined)
      throw new Error(
        `${controller.name}.${handler} does not say who may use it: give it a mark of src/web/kit/marks.ts`,
      );
    const verb = RequestMethod[Reflect.getMetadata(METHOD_METADATA, method) as number] ?? 'ALL';
    const bases: string | string[] = Reflect.getMetadata(PATH_METADATA, controller) ?? '';
    for (const base of [bases].flat())
      for (const path of [paths].flat())
        this.routes.push({ method: verb, path: joined(base, path), mark, controller: controller.name, handler });
  }
}

function joined(base: string, path: string): string {
  const parts = [base, path].flatMap((part) => part.split('/')).filter((part) => part !== '');
  return `/${parts.join('/')}`;
}
