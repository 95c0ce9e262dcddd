import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { defineConfig } from 'vite';
import { doesNothingUnused, lighterSockets } from './client/browser/kit/lighter-sockets.mjs';

/** Compressed once, taking all the time it takes: the forum sends the files that lie beside, and the wire carries less. */
const compressed = {
  name: 'compressed',
  writeBundle: {
    order: 'post',
    handler: ({ dir }, bundle) => {
      for (const file of Object.keys(bundle).filter((name) => /\.(js|css|svg)$/.test(name))) {
        const bytes = readFileSync(join(dir, file));
        writeFileSync(join(dir, `${file}.br`), brotliCompressSync(bytes));
        writeFileSync(join(dir, `${file}.gz`), gzipSync(bytes, { level: 9 }));
      }
    },
  },
};

/**
 * Vite looks for style sheets of what is imported later, with two kilobytes of script. Ours has none, and imports as the
 * browser does.
 */
const plainImports = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) => (id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load();' : null),
};

/**
 * What visitors' browsers load: one script and a style sheet, a second one where more than threads is shown and a third
 * on the team's own pages, with the hash of their content in the name, so that they may be kept for ever. `vite build --outDir <built house>/assets`; src/web reads manifest.json there.
 */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/assets/',
  publicDir: false,
  logLevel: 'warn',
  plugins: [compressed, plainImports, lighterSockets()],
  // Four kilobytes less where files are sent; and no script of readers has to fetch what joins old modules to new ones.
  resolve: { alias: { 'url-parse': fileURLToPath(new URL('client/browser/writing/native-url.ts', import.meta.url)) } },
  build: {
    outDir: 'dist/assets',
    emptyOutDir: true,
    assetsDir: '',
    manifest: 'manifest.json',
    // Phones of 2020 still read the forum.
    target: 'es2020',
    // Whatever has no cascade layers drops all but a few lines of the style sheets, which say these in plain words.
    cssTarget: ['chrome99', 'firefox97', 'safari15.4'],
    // The polyfill would be an inline script, which our policy forbids.
    modulePreload: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      // Compressing takes its time: that is what it is for.
      checks: { pluginTimings: false },
      treeshake: { moduleSideEffects: doesNothingUnused },
      input: [
        'client/browser/main.ts',
        'client/browser/articles/embed/comments.ts',
        'client/browser/articles/embed/live.ts',
        'client/styles/palabre.css',
        'client/styles/wings.css',
        'client/styles/team.css',
        'client/styles/articles/section.css',
        'client/styles/articles/demo-article.css',
      ],
      // The live part is imported by its address, so what it exports is not seen from here.
      preserveEntrySignatures: 'exports-only',
      // Pages elsewhere name the element's script once and for ever.
      output: {
        // One file for what every page needs of them; plain requests stay with whoever asks for them.
        codeSplitting: {
          groups: [{ name: 'sockets', test: /(socket|engine)\.io-(?!.*polling)|socket-client|component-emitter/ }],
        },
        entryFileNames: ({ facadeModuleId }) =>
          /embed.comments\.ts$/.test(facadeModuleId ?? '') ? 'embed/comments.js' : '[name]-[hash].js',
      },
    },
  },
});
