/** A stranger's text inside Markdown, which it can neither end nor add to. */
import { visible, visibleLine } from './visible.ts';

/** A block of code that shows `text` as it is: no line of it closes the fence, however it is indented. */
export function fenced(text: string, language = 'text'): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${visible(text).replace(/\n+$/, '')}\n${fence}`;
}

/** For notifications and other places that turn `[text](address)` into a link: one line without any. */
export function linkless(text: string): string {
  return visibleLine(text).replace(/\]\(/g, '] (');
}

/** For labels in which `$(name)` is an icon. */
export function iconless(text: string): string {
  return visibleLine(text).replace(/\$\(/g, '$ (');
}
