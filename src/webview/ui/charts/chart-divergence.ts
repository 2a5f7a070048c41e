/** Marks in the loss chart where the loss became infinite or NaN. */

import uPlot from 'uplot';
import type { ShownCurve } from './loss-curves.ts';
import { positionName, positionText, shortNumber, toNumber } from '../numbers.ts';
import type { Theme } from '../theme.ts';
import { t } from '../words.ts';

/** More words than this on top of each other hide the curves. */
const MAX_MARKS = 4;

export interface MarkedCurves {
  readonly curves: readonly ShownCurve[];
  /** What the base axis counts. */
  readonly unit: string;
}

/**
 * A dashed line for each run, where the first of its curves became infinite or NaN; with words unless it is one of a sweep's
 * many, of which the table tells.
 */
export function drawDivergence(plot: uPlot, { curves, unit }: MarkedCurves, theme: Theme): void {
  const marked = new Set<string>();
  for (const { first, who, isSwept } of divergences(curves)) {
    if (isSwept) {
      drawMark(plot, theme, { at: first[0], text: '', line: 0 });
      continue;
    }
    if (marked.has(who) || marked.size === MAX_MARKS) continue;
    marked.add(who);
    const [x, value] = first;
    const said = t('{0} at {1}', shortNumber(value), positionName(unit, positionText(x, unit)));
    drawMark(plot, theme, { at: x, text: who === '' ? said : `${who}: ${said}`, line: marked.size - 1 });
  }
}

interface Divergence {
  readonly who: string;
  readonly isSwept: boolean;
  readonly first: readonly [x: number, value: number];
}

/** Where each diverged, the newest run (`who` is empty) first, then the pinned ones; earliest first. */
function divergences(curves: readonly ShownCurve[]): readonly Divergence[] {
  return curves
    .flatMap(({ curve, pinned, shade, entry }) =>
      curve.diverged === null
        ? []
        : [
            {
              who: pinned ? entry : '',
              isSwept: shade !== undefined,
              first: [toNumber(curve.diverged[0]), toNumber(curve.diverged[1])] as const,
            },
          ],
    )
    .sort((a, b) => Number(a.who !== '') - Number(b.who !== '') || a.first[0] - b.first[0]);
}

interface Mark {
  readonly at: number;
  readonly text: string;
  /** Lines of text above this one. */
  readonly line: number;
}

/** CSS pixels. */
const LINE_HEIGHT = 14;
/** Between the line and its words, in CSS pixels. */
const GAP = 6;

function drawMark(plot: uPlot, theme: Theme, { at, text, line }: Mark): void {
  const { ctx, bbox } = plot;
  const x = Math.round(plot.valToPos(at, 'x', true));
  if (x < bbox.left || x > bbox.left + bbox.width) return;
  const ratio = uPlot.pxRatio;
  ctx.save();
  ctx.strokeStyle = ctx.fillStyle = theme.error;
  ctx.lineWidth = ratio;
  ctx.setLineDash([2 * ratio, 2 * ratio]);
  ctx.beginPath();
  ctx.moveTo(x, bbox.top);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
  if (text === '') return ctx.restore();
  ctx.font = scaledFont(theme.font, ratio);
  if (ctx.measureText(text).width < bbox.left + bbox.width - x - GAP * ratio) {
    writeBeside(ctx, theme, text, [x + GAP * ratio, bbox.top + (2 + LINE_HEIGHT * line) * ratio]);
  } else {
    writeAlong(ctx, text, [x, bbox.top + GAP * ratio], bbox.left + bbox.width - x > LINE_HEIGHT * ratio);
  }
  ctx.restore();
}

type Canvas = uPlot['ctx'];
type Corner = readonly [x: number, y: number];

/** On a ground of its own: a pinned run's curve may go on below. */
function writeBeside(ctx: Canvas, theme: Theme, text: string, [left, top]: Corner): void {
  ctx.textAlign = 'left';
  ctx.textBaseline = 'top';
  ctx.fillStyle = theme.background;
  ctx.fillRect(left, top, ctx.measureText(text).width, LINE_HEIGHT * uPlot.pxRatio);
  ctx.fillStyle = theme.error;
  ctx.fillText(text, left, top);
}

/** Upright along the line where there is no room beside it: on the left the curves that diverge would be covered. */
function writeAlong(ctx: Canvas, text: string, [x, top]: Corner, isRight: boolean): void {
  ctx.translate(x + (isRight ? 3 : -3) * uPlot.pxRatio, top);
  ctx.rotate(-Math.PI / 2);
  ctx.textAlign = 'right';
  ctx.textBaseline = isRight ? 'top' : 'bottom';
  ctx.fillText(text, 0, 0);
}

function scaledFont(font: string, ratio: number): string {
  return font.replace(/^(\d+(?:\.\d+)?)px/, (_, size: string) => `${String(Number(size) * ratio)}px`);
}
