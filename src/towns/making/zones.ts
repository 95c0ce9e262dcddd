import { departmentOf } from '../town-file.js';

/** Of a department, where it is not the time of Paris. */
const OF_DEPARTMENT: Readonly<Record<string, string>> = {
  971: 'America/Guadeloupe',
  972: 'America/Martinique',
  973: 'America/Cayenne',
  974: 'Indian/Reunion',
  975: 'America/Miquelon',
  976: 'Indian/Mayotte',
  977: 'America/St_Barthelemy',
  978: 'America/Marigot',
  984: 'Indian/Kerguelen',
  986: 'Pacific/Wallis',
  987: 'Pacific/Tahiti',
  988: 'Pacific/Noumea',
  989: 'Etc/GMT+8',
};

/** Islands that keep another time than their department. */
const OF_TOWN: Readonly<Record<string, string>> = {
  98414: 'Antarctica/DumontDUrville',
  98415: 'Indian/Mayotte',
  98718: 'Pacific/Marquesas',
  98719: 'Pacific/Gambier',
  98723: 'Pacific/Marquesas',
  98731: 'Pacific/Marquesas',
  98746: 'Pacific/Marquesas',
  98756: 'Pacific/Marquesas',
  98757: 'Pacific/Marquesas',
};

/** A name of the time zone database; that of the towns in it, unless `townZone` names another. */
export function departmentZone(department: string): string {
  return OF_DEPARTMENT[department] ?? 'Europe/Paris';
}

export function townZone(code: string): string {
  return OF_TOWN[code] ?? departmentZone(departmentOf(code));
}
