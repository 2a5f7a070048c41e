/** Figures described in words, for a terminal. */
import { mathWords } from '../text/mathtext.ts';
import type { Figure, Series } from '../training/protocol/protocol.ts';
import { count } from './numbers.ts';

/**
 * One line that says what a figure shows: `figure 2 "Spectrum": line B (100 points); x: lambda, y: B (log)`.
 */
export function describeFigure(figure: Figure, number: number): string {
  const title = figure.title === '' ? '' : ` "${mathWords(figure.title)}"`;
  const drawn = [figure, ...(figure.twins ?? [])].flatMap((axes) => axes.series);
  const series =
    drawn
      .filter(({ frame }) => frame !== true)
      .map(describeSeries)
      .join(', ') || 'empty';
  const axes = [axis('x', figure.xlabel, figure.xscale), axis('y', figure.ylabel, figure.yscale)];
  const described = axes.filter((text) => text !== '').join(', ');
  const words = `figure ${number}${title}: ${series}${described === '' ? '' : `; ${described}`}`;
  return `${words}${leftOut(figure)}`.replace(/\s+/g, ' ');
}

/** What the picture does not show though it was asked for. */
function leftOut({ leftOut = [] }: Figure): string {
  return leftOut.length === 0 ? '' : ` (not drawn: ${leftOut.join(', ')})`;
}

function describeSeries({ kind, label, y }: Series): string {
  const name = label === '' ? kind : `${kind} ${mathWords(label)}`;
  return `${name} (${count(y.length, kind === 'image' ? 'pixel' : 'point')})`;
}

function axis(name: string, label: string, scale: Figure['xscale']): string {
  const isLog = scale === 'log';
  if (label === '' && !isLog) return '';
  return `${name}: ${[mathWords(label), isLog ? '(log)' : ''].filter((text) => text !== '').join(' ')}`;
}
