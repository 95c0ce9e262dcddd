import type { Catalogue } from '../../fr.js';

export const rules: Catalogue['rules'] = {
  title: 'Rules and reasons for refusal',
  lede: 'A person reads posts before others see them. Here is what they look at, and what you may expect of them.',
  sections: [
    [
      'How a publication is decided',
      [
        'What you send arrives in the queue. The moderation team reads it in order, the oldest first.',
        'It may accept it, correct a detail and accept it, return the text to you with a word, or refuse it and say why. It notes each decision in a log that cannot be erased.',
        'As long as nothing is decided, nobody but you and the team sees your post: neither its text, nor its title, nor your name.',
      ],
    ],
    [
      'What you can do with your post',
      [
        'Follow it, correct it, withdraw it, with or without an account. Without one, the follow address given after sending is the only key: keep it.',
        'A published post can be edited: the published text stays until the edit is accepted. If it is withdrawn, a trace remains, “withdrawn by its author”, without its text.',
      ],
    ],
  ],
  reasons: 'The reasons for refusal',
  reasonsLede: 'A refusal always has one of these reasons, and often a word of explanation.',
  writing: 'How to format',
  shortcuts: [
    ['A paragraph', 'an empty line'],
    ['A quote', 'a line that begins with >'],
    ['A list', 'lines that begin with a dash'],
    ['A link', 'paste the address, or write [the text->the address]'],
    ['Bold', '**two stars** or {{two braces}}'],
    ['Italics', '*one star* or {one brace}'],
  ],
};

export const about: Catalogue['about'] = {
  title: 'What this server knows',
  lede: 'As little as it can. This page says what is kept, and what is not.',
  sections: [
    [
      'To read',
      [
        'Nothing is kept. No cookie is set, nothing is asked of any other site, no page counts its visits.',
        'No IP address is written, neither in the database, nor in a file, nor in a log. Against floods, the server counts in memory, under a random key that changes every day.',
      ],
    ],
    [
      'To write without an account',
      [
        'What is kept: the text, the title if there is one, the pseudonym if you give one, the e-mail address if you give one, the date of sending and the decision.',
        'The e-mail address is shown to nobody, not even the moderation team. The follow address is not kept: the server knows only its fingerprint.',
        'Nothing is sent to an address before whoever reads it has confirmed it, but for one request a day at most. Each mail has a link to stop them; the address is then erased from the message. Of an address that refuses all mail, only a keyed fingerprint is left, so that nothing is written to it.',
        'A mail says what was decided and where to read it. It carries nobody’s text, no picture and no tracker.',
        'A post that is withdrawn before it appears is erased at once, with its earlier versions.',
      ],
    ],
    [
      'To register for a workshop',
      [
        'What is kept: the date chosen, how many you will be, the pseudonym if you give one, whether you need access or help, the reminders that you want, the e-mail address if you give one, and your place in the line. The hour at which you registered is not kept.',
        'Those who run the workshop read this, but not the e-mail address, which nobody sees, nor whose account it is. Nobody else reads who comes.',
        'A mail about a registration is made of ready sentences and a link: it names neither the workshop, nor the place, nor you.',
        'Seven days after the date all of it is erased, with what was written to the registered. How many registered and how many came is left.',
      ],
    ],
    [
      'To be told of the dates of a case',
      [
        'What is kept: the case, your account or your e-mail address, the moment at which you asked, and the reminders that you had. Nobody else reads it.',
        'A mail about a case is made of ready sentences and a link: it names neither the case, nor the place, nor you. All of it is erased when you stop, seven days after the case is not online any more, and after three days if the address is not confirmed.',
      ],
    ],
    [
      'Files',
      [
        'A file that you attach is made anew, and what came is erased at once: the name of the file, its author, position and device are kept nowhere. Nobody sees it before somebody of the team has looked at it.',
        'A file that was sent and never attached is erased after a day, one that broke off after two hours. Withdrawn with its post, at once; refused, fourteen days after the decision, unless an appeal is running. Taken down by the team, it is kept as long as the text of its post.',
        'What the team blacks out is kept for seven days, so that a mistake can be undone, and then erased; at once where it says so. What you black out yourself is erased at once.',
        'Where the team has a virus scanner on its server, that is given each file as it came. Once published, a page that is nothing but a picture may be read by a program of the same server, so that it can be searched: such words are marked as recognised text.',
      ],
    ],
    [
      'With an account',
      [
        'What is kept: the pseudonym, a fingerprint of the password, the e-mail address if you give one, the day of registration, the role, the language chosen, what you have read in each thread, and your open sessions (their day, neither their address nor their device).',
        'Notifications (what became of your messages, who answered you) are kept for three months. That a mail has left is noted for fourteen days, without its address or its text.',
        'The moderation team can note something about an account, for itself alone, and suspend an account, saying why. Ask to read what it has noted about you: that is your right.',
        'Two cookies, set when you log in. The first recognizes you; it disappears when you log out. The second, a random signed number without your name, is shown to the log-in page alone: it lets this browser log in even while somebody else is trying passwords in your place. It ends with the password, or after a year; the server does not keep it.',
      ],
    ],
    [
      'What your browser keeps',
      [
        'If scripts are allowed, the draft of a post stays in your browser until it is sent. It goes nowhere else. Without scripts everything works too.',
        'So does the address of a file that went up before its post, in that one tab and until the post is sent: with it sending goes on after a break. The name of the file is not there.',
      ],
    ],
  ],
  credits: {
    title: 'Where the data come from',
    towns: 'The towns, their codes and their population come from INSEE, La Poste and DGCL, gathered by',
    positions: 'Their positions come from',
  },
};
