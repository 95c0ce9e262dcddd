import { Inject, Injectable } from '@nestjs/common';
import { catalogues } from '../../client/kit/make-ui.js';
import { CONFIG, type Config } from '../config/config.js';
import type { Letter } from '../mail/letter.js';
import { CurrentSite } from '../site/current-site.js';
import { InstallationSecret } from '../submissions/installation-secret.js';
import type { LetterContent } from './letter-content.js';
import { stopToken } from './keys.js';

/** The words of a letter: those of the catalogue and whole addresses of this forum, and nothing that anybody wrote. */
@Injectable()
export class LetterWords {
  constructor(
    private readonly site: CurrentSite,
    private readonly secret: InstallationSecret,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async letter(id: string, { to, language: own, subject, says, links, stop }: LetterContent): Promise<Letter> {
    const { name, language: theirs } = await this.site.get();
    const language = own ?? theirs;
    const { mail, told } = catalogues[language];
    const address = (path: string): string => `${this.config.publicUrl}${path}`;
    const unsubscribe = address(`/mail/${stopToken(await this.secret.get(), stop)}/unsubscribe`);
    const lines = [
      typeof says === 'string'
        ? mail.says[says](name, this.config.alertHours)
        : [mail.hello, ...says.map((news) => told[news])].join('\n\n'),
      ...links.flatMap(({ lead, path }) => ['', mail.leads[lead], address(path)]),
      '',
      '-- ',
      name,
      '',
      mail.stop[stop.of],
      unsubscribe,
      '',
    ];
    return {
      id,
      to,
      from: name,
      language,
      subject: mail.subjects[subject](name),
      text: lines.join('\n'),
      unsubscribe,
    };
  }
}
