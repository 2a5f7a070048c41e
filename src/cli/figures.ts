import type { Figure, Series } from '../training/protocol.ts';
import { count } from './numbers.ts';

/**
 * One line that says what a figure shows: `figure 2 "Spectrum": line B (100 points); x: lambda, y: B (log)`.
 */
export function describeFigure(figure: Figure, number: number): string {
  const title = figure.title === '' ? '' : ` "${figure.title}"`;
  const series = figure.series.map(describeSeries).join(', ') || 'empty';
  const axes = [axis('x', figure.xlabel, figure.xscale), axis('y', figure.ylabel, figure.yscale)];
  const described = axes.filter((text) => text !== '').join(', ');
  return `figure ${number}${title}: ${series}${described === '' ? '' : `; ${described}`}`.replace(
    /\s+/g,
    ' ',
  );
}

function describeSeries({ kind, label, y }: Series): string {
  const name = label === '' ? kind : `${kind} ${label}`;
  return `${name} (${count(y.length, kind === 'image' ? 'pixel' : 'point')})`;
}

function axis(name: string, label: string, scale: Figure['xscale']): string {
  const isLog = scale === 'log';
  if (label === '' && !isLog) return '';
  return `${name}: ${[label, isLog ? '(log)' : ''].filter((text) => text !== '').join(' ')}`;
}
