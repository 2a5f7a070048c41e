/** What a terminal would obey is shown instead: control characters as pictures of themselves. */

/** All but tab and line feed; a carriage return is dealt with before. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

const DELETE = 0x7f;

/** Unicode's pictures of the control characters begin here, in their order; that of Delete comes after the space. */
const PICTURES = 0x2400;
const PICTURE_OF_DELETE = 0x2421;

/** `␛[31m` for a colour of the terminal. After a carriage return a line is written anew, as a progress bar does. */
export function visible(text: string): string {
  return text
    .replace(/\r+(?=\n|$)/g, '')
    .replace(/^[^\n]*\r/gm, '')
    .replace(CONTROL, pictured);
}

function pictured(character: string): string {
  const code = character.charCodeAt(0);
  return String.fromCharCode(code === DELETE ? PICTURE_OF_DELETE : PICTURES + code);
}
