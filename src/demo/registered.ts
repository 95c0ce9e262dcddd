import { Admissions } from '../registrations/admissions.js';
import { Hosts } from '../registrations/hosts.js';
import { Registrations } from '../registrations/registrations.js';
import { InstallationSecret } from '../submissions/installation-secret.js';
import { Visitor } from '../visitors/visitor.js';
import type { Act } from './act.js';
import type { Stage } from './stage.js';

const MINUTE = 60_000;
/** The organizer among the four whose passwords are printed. */
const HOST = 'Rozenn Le Du';

/** Names for the door, some of them empty; groups come and come again. */
const NAMES = ['Amina', '', 'Lou', 'Une voisine', 'Basile', '', 'Camille 57', 'Deux du quartier', 'Nour', 'Félix'];
const GROUPS = [1, 2, 1, 3, 1, 1, 2, 1, 4, 1];

interface Attended {
  title: string;
  /** Minutes ago. */
  ago: number;
  /** So many persons for the whole, or for a part by its title. */
  come: [part: string, persons: number][];
  /** How many of those who have asked are admitted, where hosts admit. */
  admitted?: number;
}

const ATTENDED: Attended[] = [
  {
    title: 'Qui nous regarde ? Une conférence, trois ateliers',
    ago: 2_500,
    come: [
      ['', 41],
      ['Balade cartographique', 11],
      ['Écrire une demande', 15],
    ],
  },
  { title: 'Clés et phrases secrètes, pour débuter', ago: 600, come: [['', 13]] },
  { title: 'Lire un marché public à plusieurs', ago: 2_400, come: [['', 9]], admitted: 3 },
];

/**
 * The organizer runs three workshops: one has a few seats left, one is full with a line, at one she admits each
 * person.
 */
export function registered(now: Date): Act[] {
  return ATTENDED.map((one) => {
    const at = new Date(now.getTime() - one.ago * MINUTE);
    return { at, alone: (stage: Stage) => attend(stage, one, at) };
  });
}

async function attend(stage: Stage, { title, come, admitted = 0 }: Attended, at: Date): Promise<void> {
  const { writer } = stage;
  const [place] = await writer.query<{ thread: number; date: string }>(
    `select t.id as thread, d.id as date from thread t join workshop_date d on d.thread_id = t.id
     where t.title = $1 order by d.starts_at limit 1`,
    [title],
  );
  if (place === undefined) return;
  await new Hosts(writer).act(stage.who(HOST), place.thread, { action: 'take', member: '' }, at);
  const registrations = new Registrations(writer, new InstallationSecret(writer));
  for (const [part, persons] of come) {
    const [found] = await writer.query<{ id: string }>(
      'select id from workshop_part where thread_id = $1 and title = $2',
      [place.thread, part],
    );
    for (const [nth, group] of groupsOf(persons).entries())
      await registrations.register(
        Visitor.guest(),
        {
          ...place,
          part: found?.id ?? '',
          persons: String(group),
          answer: 'yes',
          name: NAMES[nth % NAMES.length] ?? '',
          help: nth % 7 === 3,
          remind: [],
          email: '',
          mine: false,
          key: stage.key(`registered ${title} ${part} ${nth}`),
          language: 'fr',
        },
        at,
      );
  }
  const asked = await writer.query<{ id: string }>(
    'select id from private.registration where thread_id = $1 order by position limit $2',
    [place.thread, admitted],
  );
  const admissions = new Admissions();
  for (const { id } of asked) await writer.transaction((tx) => admissions.admit(tx, place.thread, id, at));
}

/** So many persons in groups as people come. */
function groupsOf(persons: number): number[] {
  const groups: number[] = [];
  for (let left = persons; left > 0; left -= groups.at(-1) ?? 1)
    groups.push(Math.min(left, GROUPS[groups.length % GROUPS.length] ?? 1));
  return groups;
}
