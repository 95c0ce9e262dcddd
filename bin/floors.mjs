import './runtime.mjs';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/**
 * Makes the linter's configuration, .oxlintrc.json, from the ordered lists of src/floors.json each time the code is
 * linted: a folder imports, types included, only from its own floor and those above it, and a wing only from itself
 * and from what all wings share. `--check` makes nothing and says which folders stand on no floor.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const { floors, shapes, wings, writer, client } = JSON.parse(readFileSync(join(root, 'src/floors.json'), 'utf8'));
const all = floors.flat();
const DEEPEST = 4;

/** Patterns are matched with what stands in the import, so there is one list for each depth of folders. */
function rule(folder, depth) {
  const up = depth === 0 ? './' : '../'.repeat(depth);
  const row = floors.findIndex((names) => names.includes(folder));
  const below = floors.slice(row + 1).flat();
  const patterns = [
    {
      group: [
        ...below.flatMap((name) => [`${up}${name}/**`, `${up}${name}`]),
        `${up}main.js`,
        ...shapes.map((file) => `!${up}${file}`),
      ],
      message: `src/${folder} stands above these floors (src/floors.json): let news or an argument carry it down.`,
    },
  ];
  if (!writer.folders.includes(folder))
    patterns.push({
      group: [`${up}database/writer.js`, `${up}database/data-source.js`],
      message: 'Who shows published things has no use for the Writer.',
    });
  return patterns;
}

/** What a wing may not import: the shared folders after its own in their order, and every other wing. */
function foreign(wing, homes) {
  const kept = wings.shared.includes(wing)
    ? wings.shared.slice(0, wings.shared.indexOf(wing) + 1)
    : [...wings.shared, wing];
  const others = [...wings.shared, ...wings.names].filter((name) => !kept.includes(name));
  return {
    group: homes.flatMap((home) => others.map((name) => `${home}${name}/**`)),
    message: 'A wing imports kit, writing and the floors, never another wing: what two wings need lives there.',
  };
}

const everyWing = [...wings.shared, ...wings.names];

const restricted = (patterns) => ({
  'no-restricted-imports': ['error', { patterns: patterns.filter(({ group }) => group.length > 0) }],
});

const overrides = [];
for (const folder of all)
  for (let depth = 1; depth <= DEEPEST; depth++)
    overrides.push({
      files: [`src/${folder}/${'*/'.repeat(depth - 1)}*.{ts,tsx}`],
      rules: restricted(rule(folder, depth)),
    });
for (const wing of everyWing)
  for (let depth = 2; depth <= DEEPEST; depth++) {
    const homes = ['../'.repeat(depth - 1), `${'../'.repeat(depth + 1)}client/`];
    overrides.push({
      files: [`src/web/${wing}/${'*/'.repeat(depth - 2)}*.{ts,tsx}`],
      rules: restricted([...rule('web', depth), foreign(wing, homes)]),
    });
  }
for (const file of writer.files.filter((name) => name !== 'src/main.ts')) {
  const folder = file.split('/')[1];
  overrides.push({ files: [file], rules: restricted(rule(folder, 1).slice(0, 1)) });
}

/**
 * Pages know the shapes of what they show and nothing that could fetch it; a few pure files are shared with the
 * server, so that both ends of a socket, both ways to quote and all French follow one rule.
 */
const untyped = all.filter((name) => !client.types.includes(name));

function shapesOnly(depth) {
  const up = `${'../'.repeat(depth)}src/`;
  const pure = client.pure.flatMap((file) => [`!${up}${file}`, `!${up}${file.replace(/ts$/, 'js')}`]);
  return [
    {
      group: [...untyped.map((name) => `${up}${name}/**`), ...pure],
      message: 'Pages know the shapes of what they show, and no more of the server.',
    },
    {
      group: [...client.types.map((name) => `${up}${name}/**`), ...pure],
      allowTypeImports: true,
      message: 'Pages take types from here, no code.',
    },
  ];
}

for (let depth = 1; depth <= DEEPEST; depth++)
  overrides.push({ files: [`client/${'*/'.repeat(depth - 1)}*.{ts,tsx}`], rules: restricted(shapesOnly(depth)) });
for (const wing of everyWing)
  for (let depth = 1; depth < DEEPEST; depth++) {
    const below = `${'*/'.repeat(depth - 1)}*.{ts,tsx}`;
    overrides.push({
      files: [`client/${wing}/${below}`],
      rules: restricted([...shapesOnly(depth + 1), foreign(wing, ['../'.repeat(depth)])]),
    });
    overrides.push({
      files: [`client/browser/${wing}/${below}`],
      rules: restricted([...shapesOnly(depth + 2), foreign(wing, ['../'.repeat(depth)])]),
    });
  }

// A test with a wrong assumption fails, so tests need no such checks.
overrides.push({
  files: ['test/**'],
  rules: {
    'typescript/no-non-null-assertion': 'off',
    'typescript/no-useless-default-assignment': 'off',
    'typescript/require-array-sort-compare': 'off',
  },
});

const config = {
  $schema: './node_modules/oxlint/configuration_schema.json',
  plugins: ['typescript', 'import', 'oxc', 'promise'],
  categories: { correctness: 'error' },
  options: { typeAware: true },
  rules: {
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'no-var': 'error',
    'prefer-const': 'error',
    'import/no-cycle': ['error', { ignoreTypes: false }],
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
    'typescript/no-non-null-assertion': 'error',
    'typescript/ban-ts-comment': 'error',
    'typescript/await-thenable': 'error',
    'typescript/switch-exhaustiveness-check': 'error',
    // Texts are cleaned of control characters, which a pattern has to name.
    'no-control-regex': 'off',
    // Digits and code points are what is meant where a string is spread.
    'typescript/no-misused-spread': 'off',
  },
  overrides,
  ignorePatterns: ['dist*', '.dist*', 'node_modules'],
};

const folders = readdirSync(join(root, 'src'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const lost = folders.filter((name) => !all.includes(name));
if (lost.length > 0) {
  console.error(`These folders of src stand on no floor of src/floors.json: ${lost.join(', ')}`);
  process.exit(1);
}
if (!process.argv.includes('--check'))
  writeFileSync(join(root, '.oxlintrc.json'), `${JSON.stringify(config, null, 2)}\n`);
