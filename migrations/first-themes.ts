/** The themes that a forum begins with; from then on the list is the administrators'. */
export const FIRST_THEMES = [
  { code: 'cameras', fr: 'Caméras', en: 'Cameras' },
  { code: 'algorithmic-video', fr: 'Vidéosurveillance algorithmique', en: 'Algorithmic video surveillance' },
  { code: 'face-recognition', fr: 'Reconnaissance faciale', en: 'Face recognition' },
  { code: 'drones', fr: 'Drones', en: 'Drones' },
  { code: 'sound-sensors', fr: 'Capteurs sonores', en: 'Sound sensors' },
  { code: 'predictive-policing', fr: 'Police prédictive', en: 'Predictive policing' },
  { code: 'police-files', fr: 'Fichiers de police', en: 'Police files' },
  { code: 'document-requests', fr: 'Demandes de documents', en: 'Document requests' },
  { code: 'courts', fr: 'Justice', en: 'Courts' },
  { code: 'mapping', fr: 'Cartographie', en: 'Mapping' },
  { code: 'self-defence', fr: 'Autodéfense numérique', en: 'Digital self-defence' },
  { code: 'other', fr: 'Autre', en: 'Other' },
] as const;
