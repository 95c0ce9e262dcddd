import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Invalid, NotFound } from '../../errors/errors.js';

function requestOf(context: ExecutionContext): FastifyRequest {
  return context.switchToHttp().getRequest<FastifyRequest>();
}

/**
 * The schema goes in a list: alone, Nest takes it for one of its pipes, because it has a method `transform`; under the
 * name `schema`, for an option of its own.
 */
function bySchema<S extends z.ZodType>(
  parse: (schema: S, context: ExecutionContext) => unknown,
): (schema: S) => ParameterDecorator {
  const decorate = createParamDecorator(([schema]: [S], context: ExecutionContext) => parse(schema, context));
  return (schema) => decorate([schema]);
}

/** Of the name of a field that no form has. */
const SHOWN = 60;

/**
 * The fields of a form or of a JSON body, by a strict schema: unknown fields are refused, too, so that no column can
 * be set by naming it. Throws Invalid with a code of the catalogue for each field: the schema's own message.
 */
export const Fields = bySchema((schema: z.ZodType, context) => parseFields(schema, requestOf(context).body));

export function parseFields<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  const detail: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const { path, message, code } = issue;
    const name = String(path[0] ?? 'form');
    if (code === 'unrecognized_keys' && path.length === 0) {
      fields[name] ??= 'unknown-field';
      detail['unknown'] = String(issue.keys[0]).slice(0, SHOWN);
      continue;
    }
    // When a field came twice, nobody can know which of the two texts was meant.
    const isTwice = code === 'invalid_type' && path.length === 1 && Array.isArray(Object(body)[name]);
    const isOurs = /^[a-z]+(-[a-z]+)*$/.test(message);
    fields[name] ??= isTwice ? 'sent-twice' : isOurs ? message : 'wrong';
  }
  throw new Invalid(fields, detail);
}

/** The parameters of the path; a path that does not fit is no path of ours: NotFound. */
export const PathParts = bySchema((schema: z.ZodType, context) => parseAddress(schema, requestOf(context).params));

/**
 * The parameters after `?` that the schema names; others are ignored, since links from elsewhere carry what they
 * like. One that does not fit is NotFound.
 */
export const QueryParts = bySchema((schema: z.ZodObject, context) => {
  const query = requestOf(context).query;
  const named = Object.entries(query as Record<string, unknown>).filter(([key]) => Object.hasOwn(schema.shape, key));
  return parseAddress(schema, Object.fromEntries(named));
});

function parseAddress<T>(schema: z.ZodType<T>, parts: unknown): T {
  // PostgreSQL has no text with a zero byte in it; no address of ours has one either.
  const hasZero = Object.values(parts as Record<string, unknown>).some((part) => String(part).includes('\0'));
  const parsed = schema.safeParse(parts);
  if (hasZero || !parsed.success) throw new NotFound();
  return parsed.data;
}
