/** Tabs of the book's other frameworks in its Markdown. */
import type { Line } from './lines.ts';

const TAB = /^\s*(?:%%tab|#\s*@tab)\s+(.*)$/;

/**
 * D2L shows a cell in tabs of frameworks, which `%%tab` or `#@tab` in its first line names; only PyTorch's and
 * everybody's run here.
 *
 * @returns the frameworks of a cell that does not run; null for one that does.
 */
export function foreignTab(lines: readonly Line[]): string | null {
  const first = lines.find(({ text }) => text.trim() !== '');
  const tab = first ? TAB.exec(first.text) : null;
  if (!tab) return null;
  const frameworks = (tab[1] ?? '').split(/[\s,]+/).filter((framework) => framework !== '');
  const runs = frameworks.some((framework) => framework === 'pytorch' || framework === 'all');
  return runs ? null : frameworks.join(', ');
}
