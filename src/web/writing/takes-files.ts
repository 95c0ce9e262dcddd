import { applyDecorators, UseInterceptors } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { FilesComing } from './files-coming.js';

/** Marks a route whose form may bring files: it is read as `multipart/form-data`, too. Everywhere else that is 415. */
export const TakesFiles = (): MethodDecorator =>
  applyDecorators(RouteConfig({ takesFiles: true }), UseInterceptors(FilesComing));
