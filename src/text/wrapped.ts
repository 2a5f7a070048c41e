/** How wide a text is where all letters have the same width, in any of our languages; lines of a given width out of a paragraph. */

/** Characters that a font of fixed width draws two columns wide: Chinese, Japanese and Korean, their marks, and emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;

/** Never the first of a line: marks that close. They stay with what they follow. */
const CLOSING = '、。〉》」』】！），．：；？…”’';
/** Never the last of a line: marks that open. They stay with what they precede. */
const OPENING = '〈《「『【（“‘';

/**
 * What a line may not be broken within: a word, a character of a script that has no spaces between its words (Chinese,
 * Japanese; Korean has them), with the marks that cling to it. Spaces are parts of their own.
 */
const PARTS = new RegExp(
  String.raw`\s+|[${OPENING}]*(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}${CLOSING}${OPENING}]+)?[${CLOSING}]*`,
  'gu',
);

/** Columns that `text` takes in a terminal, or in a font of fixed width. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += WIDE.test(character) ? 2 : 1;
  return columns;
}

/**
 * The lines of a paragraph, none wider than `width` columns; a single word that is wider stands on a line alone. Only
 * spaces at the breaks are left out.
 */
export function wrapped(paragraph: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const [part] of paragraph.matchAll(PARTS)) {
    if (columnsOf(line + part.trimEnd()) > width && line.trim() !== '') {
      lines.push(line.trimEnd());
      line = part.trimStart();
    } else line += part;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}
