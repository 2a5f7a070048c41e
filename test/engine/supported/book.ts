/** The part of `docs/supported.md` on the book's chapters and sections. */
import { bookShares, type SectionShare, type Share } from '../book/shares.ts';

/** By chapter and section: how many cells do here what they do in PyTorch, and why the others do not. @param root the project's folder */
export function bookDocument(root: string): string {
  const { all, chapters } = bookShares(root);
  const introduction = `## The book, by chapter and section

Cells of the book's sections as a learner types them, with small data sets in the formats of the real ones, are run here and
were run in PyTorch 2.9 with d2l 1.0.3 (\`test/engine/book\`, and the programs of \`test/engine/programs/chapter-*\`, each of
which counts as one cell). *The same* means: what is printed, displayed and raised, and the curves and weights of every
training. ${shareText(all)} are.`;
  const parts = chapters.map(({ chapter, sections, ...share }) =>
    [`### Chapter ${chapter}: ${shareText(share)}`, table(sections)].join('\n\n'),
  );
  return [introduction, ...parts].join('\n\n');
}

function shareText({ cells, same }: Share): string {
  return `${same} of ${cells} cells (${((100 * same) / cells).toFixed(1)} %)`;
}

function table(sections: readonly SectionShare[]): string {
  const rows = sections.map(({ section, subjects, cells, same, reasons }) => {
    const differs = reasons.length === 0 ? '' : reasons.join('; ');
    return `| ${section} | ${subjects.join(', ')} | ${same} of ${cells} | ${differs} |`;
  });
  return ['| section | what is run | the same | what differs |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}
