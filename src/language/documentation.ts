/** Docstrings as Markdown, and signatures as one line. */

import type { Form } from './names.ts';

const shortType = (text: string): string => text.replace(/\btorch\.(?=[A-Z])/g, '');

/** `Linear(in_features: int, bias: bool = True)`. */
export function signatureText(name: string, { parameters, result }: Form): string {
  const list = parameters.map(shortType).join(', ');
  return `${name}(${list})${result === '' ? '' : ` -> ${shortType(result)}`}`;
}

export function parameterTexts({ parameters }: Form): readonly string[] {
  return parameters.map(shortType);
}

/** The name of a parameter: `dim` of `dim: int = 0`. */
export function parameterName(parameter: string): string {
  return /^\**(\w+)/.exec(parameter)?.[1] ?? '';
}

const SECTION = /^(Args|Arguments|Returns|Raises|Yields|Shape|Attributes|Note|Source):\s*(.*)$/;

/** Sections become bold words, what they list items; every other line stays as it is. */
export function markdownOf(doc: string): string {
  return doc
    .split('\n')
    .map((line) => {
      const [, section, rest] = SECTION.exec(line) ?? [];
      if (section !== undefined) return `\n**${section}** ${rest}\n`;
      const [, name, text] = /^ {4}(\*{0,2}\w+): (.*)$/.exec(line) ?? [];
      return name === undefined ? line.trimStart() : `- \`${name}\`: ${text}`;
    })
    .join('\n')
    .trim();
}

/** What a docstring says of one parameter. */
export function parameterDoc(doc: string, name: string): string {
  const lines = doc.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`    ${name}: `));
  if (start < 0) return '';
  const more = lines.slice(start + 1).findIndex((line) => !line.startsWith('     '));
  const part = lines.slice(start, more < 0 ? undefined : start + 1 + more);
  return part
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(name.length + 2);
}
