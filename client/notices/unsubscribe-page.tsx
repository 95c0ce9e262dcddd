import { Layout } from '../kit/layout.js';
import type { Ui } from '../kit/ui.js';

interface StopPageProps {
  ui: Ui;
  token: string;
  what: 'submission' | 'registration' | 'reminder' | 'member' | 'address';
}

/** Asks before it stops anything: opening a link changes nothing. */
export function StopPage({ ui, token, what }: StopPageProps) {
  const { mail } = ui.t;
  return (
    <Layout ui={ui} title={mail.stopTitle} noindex>
      <div class="narrow stack">
        <div class="title">
          <h1>{mail.stopTitle}</h1>
          <p class="lede">{mail.stopAsk[what]}</p>
        </div>
        <form class="acts" method="post" action={`/mail/${token}/unsubscribe`}>
          <button class="b do" type="submit">
            {mail.stopSure}
          </button>
        </form>
      </div>
    </Layout>
  );
}

export function StoppedPage({ ui, token, what, again }: StopPageProps & { again: boolean }) {
  const { mail } = ui.t;
  const title = again ? mail.againTitle : mail.stoppedTitle;
  return (
    <Layout ui={ui} title={title} noindex>
      <div class="narrow stack">
        <div class="title">
          <h1>{title}</h1>
          <p class="lede">{again ? mail.againLede : mail.stopped[what]}</p>
        </div>
        {what === 'address' && !again && (
          <form class="acts" method="post" action={`/mail/${token}/unsubscribe`}>
            <button class="b" type="submit" name="again" value="yes">
              {mail.again}
            </button>
          </form>
        )}
      </div>
    </Layout>
  );
}
