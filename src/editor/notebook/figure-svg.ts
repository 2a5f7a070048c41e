/**
 * Figures as SVG for a notebook's outputs: drawn by the panel's own code, without a browser. A file of its own in
 * `dist`, loaded with the first figure.
 */

import type { Figure } from '../../training/protocol/protocol.ts';
import { drawPicture, svgText } from '../../webview/ui/figures/figure-drawing.ts';
import type { Theme } from '../../webview/ui/theme.ts';

export { figureFile } from './figure-file.ts';

/** The editor's colours where it shows the picture, others where the file is read elsewhere. */
const THEME: Theme = {
  foreground: 'var(--vscode-editor-foreground, #333333)',
  dim: 'var(--vscode-descriptionForeground, #666666)',
  grid: 'var(--vscode-descriptionForeground, #666666)',
  error: 'var(--vscode-charts-red, #d62728)',
  background: 'var(--vscode-editor-background, #ffffff)',
  series: [
    'var(--vscode-charts-blue, #1f77b4)',
    'var(--vscode-charts-yellow, #bf8803)',
    'var(--vscode-charts-green, #2ca02c)',
    'var(--vscode-charts-purple, #9467bd)',
    'var(--vscode-charts-red, #d62728)',
  ],
  font: '11px sans-serif',
};

/** All axes of one figure in one picture, which becomes smaller where the notebook is narrower. */
export function figureSvg(figures: readonly Figure[]): string {
  const svg = drawPicture(figures, THEME);
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  svg.setAttribute('style', 'max-width: 100%; height: auto');
  return svgText(svg);
}
