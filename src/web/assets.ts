import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';

interface Addresses {
  style: string;
  teamStyle: string;
  script: string;
}

const STYLE = 'client/styles/palabre.css';
const TEAM_STYLE = 'client/styles/team.css';
const SCRIPT = 'client/browser/main.ts';

const built = fileURLToPath(new URL('../../assets/', import.meta.url));
const asWritten = fileURLToPath(new URL('../../../client/styles/', import.meta.url));
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
    : { style: '/assets/palabre.css', teamStyle: '/assets/team.css', script: '/assets/main.js' };
}

function addressesOf(json: string): Addresses {
  const files = manifest.parse(JSON.parse(json));
  const address = (source: string): string => {
    const file = files[source]?.file;
    if (file === undefined) throw new Error(`The build has no ${source}: see vite.config.mjs`);
    return `/assets/${file}`;
  };
  return { style: address(STYLE), teamStyle: address(TEAM_STYLE), script: address(SCRIPT) };
}
