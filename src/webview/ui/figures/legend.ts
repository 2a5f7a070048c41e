/** What a figure's legend names. */

import type { Figure } from '../../../training/protocol.ts';
import type { Theme } from '../theme.ts';
import { seriesLook, themeColor } from './look.ts';

export interface LegendEntry {
  readonly label: string;
  readonly color: string;
  readonly dashed: boolean;
  readonly shape: 'line' | 'disc';
}

/** The series that have a name; matplotlib leaves out those that begin with an underscore. */
export function legendOf(figure: Figure, theme: Theme): readonly LegendEntry[] {
  return figure.series.flatMap((series, index) => {
    if (series.label === '' || series.label.startsWith('_')) return [];
    const look = seriesLook(series, index);
    const line = series.kind === 'line' && look.dash !== null;
    const dashed = line && (look.dash?.length ?? 0) > 0;
    return [
      { label: series.label, color: themeColor(look.color, theme), dashed, shape: line ? 'line' : 'disc' },
    ];
  });
}
