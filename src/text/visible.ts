/**
 * Text that a stranger wrote (labels, titles, names of files, exceptions, logs, output), so that it is nothing but text
 * wherever it is shown: what a terminal would obey, what turns the order of characters around and what is not seen at
 * all is shown by its name.
 */

/** All of Unicode's controls but tab and line feed. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
/**
 * Marks of direction, characters without width, separators of lines that are no line feeds, and tags. A joiner between
 * two pictures makes one of them (a family, say) and stays.
 */
const UNSEEN =
  /(?<!\p{Extended_Pictographic}(?:\ufe0f|[\u{1f3fb}-\u{1f3ff}])?)\u200d|\u200d(?!\p{Extended_Pictographic})|[\u00ad\u061c\u115f\u1160\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

/** Unicode's pictures of the control characters begin here, in their order; that of Delete comes after the space. */
const PICTURES = 0x2400;
const PICTURE_OF_DELETE = 0x2421;

function pictured(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(PICTURES + code);
  return code === 0x7f ? String.fromCharCode(PICTURE_OF_DELETE) : `\\x${code.toString(16)}`;
}

function named(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

/**
 * Lines of text: tab and line feed stay. After a carriage return a line is written anew, as a progress bar does, so
 * only what came last of it is shown.
 */
export function visible(text: string): string {
  return text
    .replace(/\r+(?=\n|$)/g, '')
    .replace(/^[^\n]*\r/gm, '')
    .replace(CONTROL, pictured)
    .replace(UNSEEN, named);
}

/** A name, a label or a title: one line, whatever it holds. */
export function visibleLine(text: string): string {
  return text
    .replace(/\r\n?|\n/g, '␊')
    .replace(/\t/g, ' ')
    .replace(CONTROL, pictured)
    .replace(UNSEEN, named);
}
