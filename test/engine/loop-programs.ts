/** Programs with training loops of their own, and what is read of their fits. */
import { expect } from 'vitest';
import { fromReal } from '../../src/training/protocol/real.ts';
import type { FitSummary, Real } from '../../src/training/protocol/protocol.ts';
import type { Session } from '../../src/training/threads/session.ts';
import { run } from './engine.ts';

/** Features and labels of a line with known weights. */
export const DATA = `
import torch
from torch import nn
from d2l import torch as d2l
true_w = torch.tensor([2.0, -3.4])
true_b = 4.2
X = torch.randn(64, 2)
y = X @ true_w + true_b
`;
/** Weights of that line as plain tensors. */
export const VARIABLES = `
w = torch.zeros(2, requires_grad=True)
b = torch.zeros(1, requires_grad=True)
`;
/** A step of theirs, in the body of a loop. */
export const UPDATE = `
    with torch.no_grad():
        for p in (w, b):
            p -= 0.1 * p.grad
            p.grad.zero_()
`;

export async function fitsOf(session: Session, program: string): Promise<readonly FitSummary[]> {
  const result = await run(session, program);
  expect(result.error?.traceback ?? '').toBe('');
  return result.fits;
}

/** The only fit of a program. */
export async function fitOf(session: Session, program: string): Promise<FitSummary> {
  const fits = await fitsOf(session, program);
  expect(fits).toHaveLength(1);
  return fits[0] as FitSummary;
}

export const names = (fit: FitSummary | undefined): readonly string[] | undefined =>
  fit?.weights.map(({ name }) => name);
export const xs = (fit: FitSummary | undefined, label = 'loss'): readonly Real[] | undefined =>
  fit?.curves[label]?.map(([x]) => x);
export const losses = (fit: FitSummary | undefined, label = 'loss'): readonly number[] =>
  (fit?.curves[label] ?? []).map(([, y]) => fromReal(y));

/** Every weight has a true value and is near it. */
export function expectLearned(fit: FitSummary | undefined): void {
  for (const { true: truth, difference } of fit?.weights ?? []) {
    expect(truth).not.toBeNull();
    for (const value of difference ?? []) expect(Math.abs(fromReal(value))).toBeLessThan(0.05);
  }
}
