import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import process from 'node:process';
import { rolldown } from 'rolldown';

/**
 * Puts the forum's process, with the packages that it needs, into few files: `<build>/whole`. Node holds for each
 * module that it has read what it compiled, its text with all comments, and a record; of 3,400 modules that is a fifth
 * of the memory and a third of the start. The modules are those that tsc made and the tests run. Commands and the
 * programs that run apart (cleaning, recognising, binding) read them one by one as before.
 */
async function makeWhole(folder) {
  const out = join(folder, 'whole');
  const own = (file) => join(folder, file);
  const parts = new Parts();
  const bundle = await rolldown({
    cwd: folder,
    platform: 'node',
    logLevel: 'warn',
    // An `eval` of a package is that package's own business.
    checks: { eval: false, preferBuiltinFeature: false },
    input: {
      start: own('src/main.js'),
      demonstrate: own('src/demo/demonstrate.js'),
      'bench-forum': own('test/bench/children/forum.js'),
    },
    external: APART,
    preserveEntrySignatures: 'allow-extension',
    plugins: [
      { name: 'missing-packages', resolveId: leaveMissing },
      {
        name: 'replaced',
        resolveId: (id) => (id in LISTS ? id : null),
        load(id) {
          if (id === own('src/database/matching.js')) return MATCHING;
          if (id in LISTS) return listOf(LISTS[id], folder);
          return UNUSED.test(id) ? 'module.exports = {};' : null;
        },
        transform: (code, id) => placed(replaced(code, id), id.startsWith(own('')) ? relative(out, id) : null),
        buildEnd: everyReplacementMade,
      },
      {
        name: 'parts',
        transform: { order: 'post', handler: (code, id) => parts.look(id, code) },
        buildEnd() {
          const imports = (id) => this.getModuleInfo(id)?.importedIds ?? [];
          parts.follow('ground', own('src/main.js'), imports);
          parts.follow('app', own('src/create-app.js'), imports);
        },
        renderChunk: (code, { moduleIds }) => (moduleIds.some((id) => parts.hasWords(id)) ? null : inAscii(code)),
      },
    ],
  });
  await bundle.write({
    dir: out,
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    // Stack traces stay readable; and what this would write anew would not be ASCII any more.
    minify: false,
    comments: false,
    // Nest and TypeORM ask classes for their names.
    keepNames: true,
    // Packages change what others have made (`reflect-metadata`), so each module waits for its turn as in Node.
    strictExecutionOrder: true,
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [{ name: (id) => parts.of(id), debugName: 'parts' }],
    },
  });
}

/** What brings native code or files of its own, and stays where it was installed. */
const APART = ['@node-rs/argon2', '@myriaddreamin/typst-ts-node-compiler', 'mupdf', 'sharp', 'tesseract.js'];

/** TypeORM's drivers for other databases, which its list of drivers reads all: half of its text. */
const UNUSED = /node_modules\/typeorm\/driver\/(?!postgres\/|types\/)[^/]+\//;

/** Packages that a package would use if they were installed (`pg-native`) stay questions for the moment. */
function leaveMissing(id, importer) {
  if (importer === undefined || /^([./\0]|node:|list:)/.test(id)) return null;
  try {
    createRequire(importer).resolve(id);
  } catch (error) {
    if (error.code === 'MODULE_NOT_FOUND') return { id, external: true };
  }
  return null;
}

/**
 * Modules that call Node's own `require`, which is not seen from here and would bring a second copy of a package along.
 */
const REPLACED = {
  '@nestjs/typeorm/dist/common/typeorm-compat.js': ['const require = createRequire(import.meta.url);', ''],
  'src/administration/host-sites/read-articles.js': [
    "createRequire(import.meta.url)('htmlparser2')",
    "require('htmlparser2')",
  ],
};
const made = new Set();

function replaced(code, id) {
  const file = Object.keys(REPLACED).find((name) => id.endsWith(name));
  if (file === undefined || !code.includes(REPLACED[file][0])) return code;
  made.add(file);
  return code.replace(...REPLACED[file]);
}

function everyReplacementMade() {
  for (const file of Object.keys(REPLACED)) if (!made.has(file)) throw new Error(`${file} is not as it was`);
}

/** Our modules find files beside them (pictures, programs that run apart), and go on to look from where they were. */
function placed(code, path) {
  return path === null
    ? code
    : code.replaceAll('import.meta.url', `new URL(${JSON.stringify(path)}, import.meta.url).href`);
}

/** In the place of `src/database/matching.ts`: entities with the rest, migrations when they are asked for. */
const MATCHING = `
  import { modules } from 'list:entities';
  const lists = {
    'src/**/*.entity.js': () => modules,
    'migrations/[0-9]*.js': async () => (await import('list:migrations')).modules,
  };
  export const matching = async (pattern) => lists[pattern]();`;

/** Modules that import all files of a kind. */
const LISTS = { 'list:entities': 'src/**/*.entity.js', 'list:migrations': 'migrations/[0-9]*.js' };

function listOf(pattern, folder) {
  const files = globSync(pattern, { cwd: folder }).sort();
  return `
    ${files.map((file, at) => `import * as module${at} from ${JSON.stringify(join(folder, file))};`).join('\n')}
    export const modules = [${files.map((_, at) => `module${at}`)}];`;
}

/** Node holds a text that is all ASCII with one byte for each letter, and any other one with two. */
function inAscii(code) {
  return code.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * What the start reads before PostgreSQL is asked (`ground`), what it reads meanwhile (`app`), and of both what holds
 * words with accents apart, because of `inAscii`. All else becomes files by what asks for it.
 */
class Parts {
  #parts = new Map();
  #words = new Set();

  look(id, code) {
    if (/[^\0-\x7f]/.test(code)) this.#words.add(id);
    return null;
  }

  hasWords(id) {
    return this.#words.has(id);
  }

  follow(part, entry, imports) {
    const ways = [entry];
    for (let id = ways.pop(); id !== undefined; id = ways.pop()) {
      if (this.#parts.has(id)) continue;
      this.#parts.set(id, part);
      ways.push(...imports(id));
    }
  }

  of(id) {
    const part = /\/migrations\/[^/]*$|^list:migrations$/.test(id) ? 'migrations' : this.#parts.get(id);
    if (part === undefined) return null;
    return this.hasWords(id) ? `${part}-words` : part;
  }
}

await makeWhole(process.argv[2]);
