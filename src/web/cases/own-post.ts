import { Injectable } from '@nestjs/common';
import type { TypedFacts } from '../../submissions/thread-facts/facts.js';
import { Absolute } from '../kit/absolute.js';

/** The address of a post is pasted whole: what is left without the forum's own beginning is a path. */
@Injectable()
export class OwnPost {
  constructor(private readonly absolute: Absolute) {}

  withPath<S extends { facts: TypedFacts | undefined }>(sent: S): S {
    const [pasted] = sent.facts?.['post'] ?? [];
    const own = this.absolute.address('');
    if (pasted === undefined || !pasted.trim().startsWith(`${own}/`)) return sent;
    return { ...sent, facts: { ...sent.facts, post: [pasted.trim().slice(own.length)] } };
  }
}
