import { applyDecorators, UseInterceptors } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { FilesComing } from './files-coming.js';
import { JoinsPictures } from './joins-pictures.js';

/** Marks a route whose form may bring files: it is read as `multipart/form-data`, too. Everywhere else that is 415. */
export const TakesFiles = (): MethodDecorator =>
  applyDecorators(RouteConfig({ takesFiles: true }), UseInterceptors(FilesComing, JoinsPictures));

/** Marks a route that reads a part of a file as it comes. Everywhere else that is 415. */
export const TakesParts = (): MethodDecorator => RouteConfig({ takesParts: true }) as MethodDecorator;
