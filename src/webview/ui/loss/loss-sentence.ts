/** How the loss went, in one sentence: the text alternative of the chart. */

import { hasFitDiverged } from '../../../run-model/fit.ts';
import type { Curve, Fit } from '../../../run-model/state.ts';
import { lossCurve, quantityOf, tellingCurve } from '../../../training/protocol/curve-names.ts';
import { capitalised } from '../../../text/capitalised.ts';
import { quantityName } from '../charts/loss-curves.ts';
import { positionName, positionText, shortNumber, toNumber } from '../numbers.ts';
import { plural, t } from '../words.ts';

export interface Sentence {
  readonly text: string;
  /** `bad`: the loss became infinite or NaN. */
  readonly tone: 'plain' | 'bad';
}

/** What one fit's loss did, and what else was measured. The validation curve speaks for the fit where there is one. */
export function lossSentence(fit: Fit): Sentence {
  const diverged = fit.curves.find((curve) => curve.diverged !== null);
  if (diverged !== undefined) return divergence(fit, diverged);
  const told = courses(fit);
  if (told === '') return plain(t('No points yet.'));
  const reason = stabilityReason(fit);
  if (reason !== '') return { tone: 'bad', text: `${told} ${t('It diverges: {0}.', reason)}` };
  return hasFitDiverged(fit) ? { tone: 'bad', text: `${told} ${t('It diverged.')}` } : plain(told);
}

/** `Validation loss fell from 1.2 to 0.5 and validation accuracy rose from 0.6 to 0.8 in 10 epochs.` */
function courses(fit: Fit): string {
  const accuracies = fit.curves.filter(({ label }) => quantityOf(label) === 'accuracy');
  const telling = new Set([lossCurve(fit.curves), tellingCurve(accuracies)]);
  const told = [...telling].flatMap((curve) => (curve === undefined || curve.last === null ? [] : [curve]));
  const [first] = told;
  if (first === undefined) return '';
  const [one = '', other] = told.map(course);
  return inTime(capitalised(other === undefined ? one : t('{0} and {1}', one, other)), fit, first);
}

function course({ label, first, last, count }: Curve): string {
  const [start, end] = [first, last].map((point) => (point === null ? NaN : toNumber(point[1])));
  const [from, to] = [shortNumber(start ?? NaN, 3), shortNumber(end ?? NaN, 3)];
  if (count < 2 || from === to) return t('{0} is {1}', quantityName(label), to);
  const quantity = quantityName(label);
  return (end ?? NaN) < (start ?? NaN)
    ? t('{0} fell from {1} to {2}', quantity, from, to)
    : t('{0} rose from {1} to {2}', quantity, from, to);
}

/** What happened, as a sentence with the time that it took. */
function inTime(what: string, fit: Fit, curve: Curve): string {
  if (fit.unit === 'step')
    return t('{0} by step {1}.', what, positionText(toNumber(curve.last?.[0] ?? 0), fit.unit));
  if (fit.completed !== null && fit.completed > 0)
    return plural(fit.completed, '{1} in {0} epoch.', '{1} in {0} epochs.', what);
  const epoch = shortNumber(curve.last === null ? 0 : toNumber(curve.last[0]), 3);
  return fit.epochs > 0
    ? t('{0} by epoch {1} of {2}.', what, epoch, fit.epochs)
    : t('{0} by epoch {1}.', what, epoch);
}

function divergence(fit: Fit, curve: Curve): Sentence {
  const [x, y] = curve.diverged ?? [0, 'nan'];
  const where = positionName(fit.unit, positionText(toNumber(x), fit.unit));
  const reason = stabilityReason(fit);
  if (reason !== '') return { tone: 'bad', text: t('Diverged at {0}: {1}.', where, reason) };
  const [what, became] = [capitalised(quantityName(curve.label)), shortNumber(toNumber(y))];
  const text = growsTowards(curve)
    ? t('{0} became {1} at {2}, after growing.', what, became, where)
    : t('{0} became {1} at {2}.', what, became, where);
  return { tone: 'bad', text };
}

/**
 * `the learning rate 2 is above 2/λmax = 1.86 for this data`; empty where nothing is known, or the rate is below: minibatches
 * that differ much diverge earlier.
 */
function stabilityReason({ stability }: Fit): string {
  if (stability === null || stability.learningRate <= stability.limit) return '';
  const [rate, limit] = [shortNumber(stability.learningRate, 3), shortNumber(stability.limit, 3)];
  return t('the learning rate {0} is above 2/λmax = {1} for this data', rate, limit);
}

function growsTowards(curve: Curve): boolean {
  const finite = curve.points.flatMap(([, y]) => (typeof y === 'number' ? [y] : []));
  const [first, last] = [finite[0], finite.at(-1)];
  return first !== undefined && last !== undefined && last > first;
}

function plain(text: string): Sentence {
  return { text, tone: 'plain' };
}

/** Several fits at once: how each ended, e.g. `Fit 1: 0.0004; fit 2: inf.` */
export function fitsSentence(fits: readonly Fit[]): Sentence {
  const ends = fits.map((fit, index) => `${String(index + 1)}: ${fitEnd(fit)}`);
  const bad = fits.some(hasFitDiverged);
  return { text: t('Loss at the end of each fit: {0}.', ends.join('; ')), tone: bad ? 'bad' : 'plain' };
}

/** Its last loss, or what it became where it diverged. */
export function fitEnd(fit: Fit): string {
  const curve = lossCurve(fit.curves);
  const end = fit.curves.find(({ diverged }) => diverged !== null)?.diverged ?? curve?.last;
  return end === undefined || end === null ? t('no points') : shortNumber(toNumber(end[1]), 3);
}
