import { describe, expect, it } from '@jest/globals';
import { ForEveryone } from '../../src/web/kit/marks.js';
import { filesThat } from './sources.js';

/** Handlers return what they mean, and one place of the kit turns it into the reply. */
const REPLY =
  /@(Res|Response|Next)\(|\bFastifyReply\b|\bgetResponse\b|\breply\.(send|code|status|headers?|redirect|type|raw|hijack)\b/;

/** Whoever sends a stream has to hold the reply as long as it runs. None does by now. */
const STREAMS: string[] = [];

/** The interceptor, the filter for problems, and hooks of fastify, which stand before and behind all routes. */
const KIT = [
  'web/kit/answer-in-time.ts',
  'web/kit/answer-with.ts',
  'web/kit/answer.interceptor.ts',
  'web/kit/compressed-answers.ts',
  'web/kit/embedding.ts',
  'web/kit/problem.filter.ts',
  'web/kit/security-headers.ts',
];

class Silent {
  // @ts-expect-error A handler that returns nothing would leave Nest to answer with nothing.
  @ForEveryone()
  show(): void {}
}

describe('the doors', () => {
  it('touch no reply, but for streams and the kit', () => {
    const touching = filesThat((text) => REPLY.test(text)).filter((file) => file.startsWith('web/'));
    expect(touching).toEqual([...KIT, ...STREAMS].toSorted());
  });

  it.each([
    'async show(@Res() reply: FastifyReply): Promise<void> {',
    "import type { FastifyReply } from 'fastify';",
    'const reply = context.switchToHttp().getResponse();',
    "await reply.redirect('/', 303);",
    "void asking.reply.header('link', next);",
  ])('would be seen to do it: %s', (planted) => {
    expect(REPLY.test(planted)).toBe(true);
  });

  it('return an answer each, or the compiler refuses their mark', () => {
    expect(new Silent()).toHaveProperty('show');
  });
});

/** What a class asks Nest for: the parameters of its constructor. */
function injected(text: string): number[] {
  return [...text.matchAll(/\n {2}constructor\(([^]*?)\) \{/g)].map(
    ([, parameters = '']) =>
      [...parameters.matchAll(/\b(?:private|protected|public|readonly) (?:readonly )?\w+\??:/g)].length,
  );
}

describe('a class', () => {
  it('needs five others at most', () => {
    expect(filesThat((text) => injected(text).some((count) => count > 5))).toEqual([]);
  });

  it('would be seen to need six', () => {
    const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `    private readonly ${name}: A,`).join('\n');
    expect(injected(`class A {\n  constructor(\n${six}\n  ) {}\n}`)).toEqual([6]);
    expect(injected('class A {\n  constructor(@Inject(CONFIG) private readonly a: A, b: B) {}\n}')).toEqual([1]);
  });
});
