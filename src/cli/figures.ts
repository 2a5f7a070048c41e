/** Figures described in words, for a terminal. */
import { mathWords } from '../text/mathtext.ts';
import type { Figure, Series } from '../training/protocol/protocol.ts';
import { ENGLISH, type Words } from '../advice/words.ts';

/**
 * One line that says what a figure shows: `figure 2 "Spectrum": line B (100 points); x: lambda, y: B (log)`.
 */
export function describeFigure(figure: Figure, number: number, words: Words = ENGLISH): string {
  const { t } = words;
  const title = figure.title === '' ? '' : ` "${mathWords(figure.title)}"`;
  const drawn = [figure, ...(figure.twins ?? [])].flatMap((axes) => axes.series);
  const series =
    drawn
      .filter(({ frame }) => frame !== true)
      .map((series) => describeSeries(series, words))
      .join(', ') || t('empty');
  const axes = [axis('x', figure.xlabel, figure.xscale), axis('y', figure.ylabel, figure.yscale)];
  const described = axes.filter((text) => text !== '').join(', ');
  const shown = `${t('figure {0}', number)}${title}: ${series}${described === '' ? '' : `; ${described}`}`;
  return `${shown}${leftOut(figure, words)}`.replace(/\s+/g, ' ');
}

/** What the picture does not show though it was asked for. */
function leftOut({ leftOut = [] }: Figure, { t }: Words): string {
  return leftOut.length === 0 ? '' : ` (${t('not drawn: {0}', leftOut.join(', '))})`;
}

function describeSeries({ kind, label, y }: Series, { plural }: Words): string {
  const name = label === '' ? kind : `${kind} ${mathWords(label)}`;
  return `${name} (${kind === 'image' ? plural(y.length, '{0} pixel', '{0} pixels') : plural(y.length, '{0} point', '{0} points')})`;
}

function axis(name: string, label: string, scale: Figure['xscale']): string {
  const isLog = scale === 'log';
  if (label === '' && !isLog) return '';
  return `${name}: ${[mathWords(label), isLog ? '(log)' : ''].filter((text) => text !== '').join(' ')}`;
}
