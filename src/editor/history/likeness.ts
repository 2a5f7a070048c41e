/** How much of some code is found again. */

/** Part of the lines of `code`, blank ones apart, that `text` has too, each as often; 0 where there are none. */
export function likeness(code: readonly string[], text: readonly string[]): number {
  const left = new Map<string, number>();
  for (const line of text) left.set(line.trim(), (left.get(line.trim()) ?? 0) + 1);
  const own = code.map((line) => line.trim()).filter((line) => line !== '');
  const found = own.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count > 0;
  });
  return own.length === 0 ? 0 : found.length / own.length;
}
