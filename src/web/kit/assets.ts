import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';

const SOURCES = {
  style: 'client/styles/palabre.css',
  wingsStyle: 'client/styles/wings.css',
  teamStyle: 'client/styles/team.css',
  script: 'client/browser/main.ts',
  sectionStyle: 'client/styles/articles/section.css',
  sectionLive: 'client/browser/articles/embed/live.ts',
  demoStyle: 'client/styles/articles/demo-article.css',
};

type Addresses = Record<keyof typeof SOURCES, string>;

const built = fileURLToPath(new URL('../../../assets/', import.meta.url));
const asWritten = fileURLToPath(new URL('../../../../client/styles/', import.meta.url));
const manifest = z.record(z.string(), z.object({ file: z.string() }));

/**
 * What browsers load: as vite built it beside the compiled house, with the hash of their content in the names. When
 * only the compiler ran, as somebody does who works on the house, the style sheets are sent as they were written.
 */
@Injectable()
export class Assets {
  static readonly areBuilt = existsSync(`${built}manifest.json`);
  static readonly folder = Assets.areBuilt ? built : asWritten;

  readonly addresses: Addresses = Assets.areBuilt
    ? addressesOf(readFileSync(`${built}manifest.json`, 'utf8'))
    : asTheyLie();
}

function addressesOf(json: string): Addresses {
  const files = manifest.parse(JSON.parse(json));
  return each((source) => {
    const file = files[source]?.file;
    if (file === undefined) throw new Error(`The build has no ${source}: see vite.config.mjs`);
    return file;
  });
}

function asTheyLie(): Addresses {
  return each((source) => source.replace(/^.*\//, '').replace(/\.ts$/, '.js'));
}

function each(fileOf: (source: string) => string): Addresses {
  const addresses = Object.entries(SOURCES).map(([name, source]) => [name, `/assets/${fileOf(source)}`]);
  return Object.fromEntries(addresses) as Addresses;
}
