import type { Catalogue } from '../../fr.js';

export const demoArticle: Catalogue['demoArticle'] = {
  paper: 'The Little Vale',
  motto: 'Local and independent, every other Thursday',
  title: 'The market square is being filmed',
  byline: 'Thursday 19 November 2026, by Camille Z.',
  caption: 'A new mast beside the market hall. Drawing by the editors.',
  paragraphs: [
    'Six masts went up around the market hall within two nights. No sign says yet that one is filmed there, and the town hall points to a vote taken ten days earlier, in eleven minutes.',
    '“They asked us whether the cable could go through our cellar”, says a shopkeeper. The plan of the cameras can only be read at the front desk, during opening hours.',
    'The planning office assures us that the study exists. We have asked for it; we will publish the answer, or its absence.',
  ],
  link: 'Reply to this article',
  foot: 'The Little Vale · a page of the demonstration, written to show the section of an article on another site.',
  back: 'Back to the forum',
};
