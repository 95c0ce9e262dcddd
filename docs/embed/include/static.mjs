// Puts the sections into a folder of static pages: node static.mjs FOLDER
// A page says where, and who it is: <!--palabre 331--> … <!--/palabre-->. Its title and its canonical address are its own.
// PALABRE_FORUM, PALABRE_SITE and PALABRE_KEY come from the environment. Run it again whenever you like: what stands
// between the two marks is replaced.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { palabreAddress, palabreSection } from './palabre.mjs';

const { PALABRE_FORUM: forum, PALABRE_SITE: site, PALABRE_KEY: key } = process.env;
const [folder] = process.argv.slice(2);
const plain = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'))) {
  const page = readFileSync(join(folder, name), 'utf8');
  const place = /<!--palabre ([^ ]+?)-->[^]*?<!--\/palabre-->/.exec(page);
  const title = /<title>([^<]*)<\/title>/.exec(page)?.[1];
  const url = /<link rel="canonical" href="([^"]*)"/.exec(page)?.[1];
  if (place === null || title === undefined || url === undefined) continue;
  const article = place[1];
  const section = await palabreSection(palabreAddress({ forum, key, site, article, title: plain(title), url: plain(url) }));
  writeFileSync(join(folder, name), page.replace(place[0], () => `<!--palabre ${article}-->${section}<!--/palabre-->`));
  console.log(name);
}
