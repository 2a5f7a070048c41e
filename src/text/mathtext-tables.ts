/** What the commands of mathtext stand for: characters, accents, spaces, fonts, alphabets. */
import { SPACED, SYMBOLS } from './mathtext-symbols.ts';

/** Characters by the names of their commands. */
export const CHARACTERS: ReadonlyMap<string, string> = new Map(
  [...SYMBOLS.matchAll(/(\S+) (\S)/gu)].map(([, name = '', character = '']) => [name, character]),
);
/** Commands whose character has room around it. */
export const WITH_ROOM: ReadonlySet<string> = new Set(SPACED.split(' '));

/** Names of functions, which stand upright. */
export const FUNCTIONS: ReadonlySet<string> = new Set(
  (
    'arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ' +
    'ln log max min Pr sec sin sinh sup tan tanh'
  ).split(' '),
);

/** Characters that Unicode sets over the one before. */
export const ACCENTS = new Map([
  ['hat', '\u0302'],
  ['widehat', '\u0302'],
  ['tilde', '\u0303'],
  ['widetilde', '\u0303'],
  ['bar', '\u0304'],
  ['overline', '\u0305'],
  ['widebar', '\u0305'],
  ['dot', '\u0307'],
  ['ddot', '\u0308'],
  ['vec', '\u20d7'],
  ['acute', '\u0301'],
  ['grave', '\u0300'],
  ['breve', '\u0306'],
  ['mathring', '\u030a'],
  ['underline', '\u0332'],
]);

/** Spaces by the names of their commands. */
export const SPACES = new Map([
  [',', '\u2009'],
  ['thinspace', '\u2009'],
  [':', '\u2005'],
  ['>', '\u2005'],
  [';', '\u2004'],
  ['/', '\u200a'],
  [' ', ' '],
  ['enspace', '\u2002'],
  ['quad', '\u2003'],
  ['qquad', '\u2003\u2003'],
  ['!', ''],
]);

/** Fonts, by what follows `math` in the command's name, or stands alone (`\bf`). */
export const FONTS: Readonly<Record<string, { readonly italic?: boolean; readonly bold?: boolean }>> = {
  rm: { italic: false },
  regular: { italic: false },
  default: { italic: false },
  normal: { italic: false },
  sf: { italic: false },
  tt: { italic: false },
  it: { italic: true },
  bf: { bold: true, italic: false },
  bfit: { bold: true, italic: true },
};

/** The letters of Unicode's alphabets that begin at these; a few of each stand elsewhere. */
export const ALPHABETS: Readonly<Record<string, readonly [upper: number, lower: number, others: string]>> = {
  cal: [0x1d49c, 0x1d4b6, 'BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ'],
  scr: [0x1d49c, 0x1d4b6, 'BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ'],
  bb: [0x1d538, 0x1d552, 'CℂHℍNℕPℙQℚRℝZℤ'],
  frak: [0x1d504, 0x1d51e, 'CℭHℌIℑRℜZℨ'],
};

export const SPACED_SIGNS: ReadonlySet<string> = new Set(['=', '<', '>', '+', '-', '*']);
export const THIN = '\u2009';
