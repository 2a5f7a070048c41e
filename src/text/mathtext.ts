/**
 * matplotlib's mathtext (`$\lambda_1^2$`) as letters of Unicode, raised, lowered and slanted: a subset of TeX in one
 * line. Roots and fractions are written with `√` and `/`.
 */

import {
  ACCENTS,
  ALPHABETS,
  CHARACTERS,
  FONTS,
  FUNCTIONS,
  SPACED_SIGNS,
  SPACES,
  THIN,
  WITH_ROOM,
} from './mathtext-tables.ts';

/** Letters of one look. */
export interface TextRun {
  readonly text: string;
  /** 0: on the line; 1: raised; -1: lowered; of what is raised within something raised 2. */
  readonly level: number;
  readonly italic: boolean;
  readonly bold: boolean;
}

const PLAIN = { level: 0, italic: false, bold: false } as const;

/** Words with formulas between dollars as runs of letters; words without are one run. */
export function mathRuns(words: string): readonly TextRun[] {
  if (!hasMath(words)) return [{ ...PLAIN, text: words.replaceAll('\\$', '$') }];
  const runs = words
    .split(/(?<!\\)\$/)
    .flatMap((part, index) =>
      index % 2 === 0 ? [{ ...PLAIN, text: part.replaceAll('\\$', '$') }] : new Formula(part).runs(),
    );
  return joined(runs.filter(({ text }) => text !== ''));
}

/** Words with formulas as plain text, with Unicode's raised and lowered characters where it has them: `λ₁²`. */
export function mathWords(words: string): string {
  return mathRuns(words)
    .map(({ text, level }) => (level === 0 ? text : moved(text, level)))
    .join('');
}

/** Dollars count in pairs, as matplotlib counts them. */
function hasMath(words: string): boolean {
  const dollars = (words.match(/(?<!\\)\$/g) ?? []).length;
  return dollars > 0 && dollars % 2 === 0;
}

function joined(runs: readonly TextRun[]): readonly TextRun[] {
  const found: TextRun[] = [];
  for (const run of runs) {
    const last = found.at(-1);
    const alike =
      last?.level === run.level && last.italic === run.italic && last.bold === run.bold ? last : undefined;
    if (alike === undefined) found.push(run);
    else found[found.length - 1] = { ...run, text: alike.text + run.text };
  }
  return found;
}

// ---------------------------------------------------------------- raised and lowered in plain text

const RAISED = pairs('0⁰ 1¹ 2² 3³ 4⁴ 5⁵ 6⁶ 7⁷ 8⁸ 9⁹ +⁺ -⁻ −⁻ =⁼ (⁽ )⁾ nⁿ iⁱ Tᵀ xˣ');
const LOWERED = pairs(
  '0₀ 1₁ 2₂ 3₃ 4₄ 5₅ 6₆ 7₇ 8₈ 9₉ +₊ -₋ −₋ =₌ (₍ )₎ aₐ eₑ iᵢ jⱼ kₖ mₘ nₙ oₒ pₚ rᵣ sₛ tₜ uᵤ xₓ',
);

function pairs(text: string): ReadonlyMap<string, string> {
  return new Map(text.split(' ').map((pair) => [pair.charAt(0), pair.slice(1)]));
}

function moved(text: string, level: number): string {
  const table = level > 0 ? RAISED : LOWERED;
  const letters = [...text.trim()];
  if (letters.every((letter) => table.has(letter)))
    return letters.map((letter) => table.get(letter)).join('');
  const mark = level > 0 ? '^' : '_';
  return letters.length === 1 ? `${mark}${text.trim()}` : `${mark}(${text.trim()})`;
}

// ---------------------------------------------------------------- formulas

interface Style {
  readonly level: number;
  readonly italic: boolean;
  readonly bold: boolean;
  readonly alphabet?: string;
}

/** Reads one formula from left to right. What it does not know it shows as it is written. */
class Formula {
  #at = 0;

  constructor(private readonly source: string) {}

  runs(): readonly TextRun[] {
    return this.#until('', { level: 0, italic: true, bold: false });
  }

  #until(end: string, start: Style): TextRun[] {
    const found: TextRun[] = [];
    let style = start;
    while (this.#at < this.source.length && this.source[this.#at] !== end) {
      const font = /^\\(rm|it|bf|cal|tt|sf|bb|frak|scr|regular|default)(?![a-zA-Z])/.exec(
        this.source.slice(this.#at),
      );
      if (font === null) found.push(...this.#item(style, found.length === 0));
      else {
        this.#at += font[0].length;
        style = inFont(style, font[1] ?? '');
      }
    }
    this.#at += end === '' ? 0 : 1;
    return found;
  }

  /** One letter, command or group; `first`: nothing of the group stands before it, so that a sign is a sign. */
  #item(style: Style, first = false): readonly TextRun[] {
    const letter = String.fromCodePoint(this.source.codePointAt(this.#at) ?? 0x20);
    this.#at += letter.length;
    switch (letter) {
      case '\\':
        return this.#command(style);
      case '{':
        return this.#until('}', style);
      case '^':
      case '_':
        return this.#item({ ...style, level: style.level + (letter === '^' ? 1 : -1) });
      case "'":
        return [run('′', { ...style, italic: false })];
      case ' ':
        return [];
      case '~':
        return [run(' ', style)];
      default:
        return [run(this.#sign(letter, style, first), letterStyle(letter, style))];
    }
  }

  #sign(letter: string, { level }: Style, first: boolean): string {
    const shown = letter === '-' ? '\u2212' : letter === '*' ? '∗' : letter;
    const alone = first || level !== 0;
    return SPACED_SIGNS.has(letter) && !alone ? `${THIN}${shown}${THIN}` : shown;
  }

  #command(style: Style): readonly TextRun[] {
    const [name = ''] = /^(?:[a-zA-Z]+|.)/su.exec(this.source.slice(this.#at)) ?? [];
    this.#at += name.length;
    const space = SPACES.get(name);
    if (space !== undefined) return [run(space, style)];
    const accent = ACCENTS.get(name);
    if (accent !== undefined) return accented(this.#item(style), accent);
    const font = /^(?:math|text)(\w+)$/.exec(name)?.[1];
    if (font !== undefined) return this.#argument(inFont(style, font));
    return this.#construct(name, style) ?? [symbol(name, style)];
  }

  /** Commands with arguments of their own; undefined: the command is none. */
  #construct(name: string, style: Style): readonly TextRun[] | undefined {
    switch (name) {
      case 'text':
        return [run(this.#verbatim(), { ...style, italic: false })];
      case 'operatorname':
        return this.#argument({ ...style, italic: false });
      case 'frac':
      case 'dfrac':
      case 'tfrac':
        return [
          ...grouped(this.#item(style)),
          run('/', { ...style, italic: false }),
          ...grouped(this.#item(style)),
        ];
      case 'binom':
        return [
          run('(', style),
          ...this.#item(style),
          run(' ', style),
          ...this.#item(style),
          run(')', style),
        ];
      case 'sqrt':
        return this.#root(style);
      case 'left':
      case 'right':
        return this.source[this.#at] === '.' ? this.#skip() : this.#item({ ...style, italic: false });
      case 'limits':
      case 'nolimits':
      case 'displaystyle':
        return [];
      default:
        return undefined;
    }
  }

  #skip(): readonly TextRun[] {
    this.#at += 1;
    return [];
  }

  #root(style: Style): readonly TextRun[] {
    let degree: readonly TextRun[] = [];
    if (this.source[this.#at] === '[') {
      this.#at += 1;
      degree = this.#until(']', { ...style, level: style.level + 1 });
    }
    return [...degree, run('√', { ...style, italic: false }), ...grouped(this.#item(style))];
  }

  #argument(style: Style): readonly TextRun[] {
    while (this.source[this.#at] === ' ') this.#at += 1;
    return this.#item(style);
  }

  /** What stands in braces, spaces and all. */
  #verbatim(): string {
    const [whole = '', words = ''] = /^\s*\{([^}]*)\}/.exec(this.source.slice(this.#at)) ?? [];
    this.#at += whole.length;
    return words;
  }
}

function run(text: string, { level, italic, bold, alphabet }: Style): TextRun {
  if (alphabet === undefined) return { text, level, italic, bold };
  return {
    text: [...text].map((letter) => inAlphabet(letter, alphabet)).join(''),
    level,
    italic: false,
    bold,
  };
}

/** Letters are slanted, digits and signs are not. */
function letterStyle(letter: string, style: Style): Style {
  return /\p{L}/u.test(letter) ? style : { ...style, italic: false };
}

function inFont(style: Style, font: string): Style {
  if (font in ALPHABETS) return { ...style, alphabet: font };
  return { level: style.level, italic: style.italic, bold: style.bold, ...FONTS[font] };
}

function inAlphabet(letter: string, alphabet: string): string {
  const [upper, lower, others] = ALPHABETS[alphabet] ?? [0, 0, ''];
  const at = [...others].indexOf(letter);
  if (at >= 0 && at % 2 === 0) return [...others][at + 1] ?? letter;
  if (/^[A-Z]$/.test(letter)) return String.fromCodePoint(upper + letter.charCodeAt(0) - 65);
  if (/^[a-z]$/.test(letter)) return String.fromCodePoint(lower + letter.charCodeAt(0) - 97);
  return letter;
}

function symbol(name: string, style: Style): TextRun {
  if (FUNCTIONS.has(name)) return run(`${name}${THIN}`, { ...style, italic: false });
  const character = CHARACTERS.get(name);
  if (character === undefined)
    return run(/^[a-zA-Z]/.test(name) ? `\\${name}` : name, { ...style, italic: false });
  const small = /[α-ωϑϕϖϰϱϵ]/u.test(character);
  const text = WITH_ROOM.has(name) && style.level === 0 ? `${THIN}${character}${THIN}` : character;
  return run(text, { ...style, italic: style.italic && small });
}

/** The mark over each letter of what is marked. */
function accented(runs: readonly TextRun[], mark: string): readonly TextRun[] {
  return runs.map((one) => ({ ...one, text: [...one.text].map((letter) => letter + mark).join('') }));
}

/** In brackets, unless it is one letter or number. */
function grouped(runs: readonly TextRun[]): readonly TextRun[] {
  const text = runs.map((one) => one.text).join('');
  if (/^(?:[\d.]+|\P{L}?\p{L}\p{M}*|\p{L})$/u.test(text)) return runs;
  const around = { level: runs[0]?.level ?? 0, italic: false, bold: false };
  return [{ ...around, text: '(' }, ...runs, { ...around, text: ')' }];
}
