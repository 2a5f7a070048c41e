/** Level (1 to 6) and words of a Markdown heading that starts with `#`; undefined for any other line. */
export function readMarkdownHeading(text: string): { level: number; words: string } | undefined {
  const match = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/.exec(text);
  if (!match?.[1]) return undefined;
  return { level: match[1].length, words: withoutClosingMarks(match[2] ?? '').replace(/\*\*|`/g, '') };
}

function withoutClosingMarks(words: string): string {
  return words.trimEnd().replace(/(?:^|[ \t])#+$/, '');
}
