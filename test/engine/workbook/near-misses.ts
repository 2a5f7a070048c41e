/**
 * Answers that are just not right, one for each thing that a check wants: a solution with one piece of it replaced.
 * They hold the checks' bounds from the other side than the solutions do.
 */
import { OTHER_CHAPTERS, type NearMiss } from './near-misses-of-chapters.ts';
import type { WorkbookProgram } from './programs.ts';

export interface NearMissProgram extends WorkbookProgram {
  readonly says: string;
}

const NEAR_MISSES: readonly NearMiss[] = [
  { of: '3.1.1 (2)', replace: 'x.mean()', by: '(x.mean() + 0.03)', says: 'The squared errors are not' },
  { of: '3.1.1 (2)', replace: 'x.median()', by: '(x.median() + 0.03)', says: '4.03 is not where' },
  { of: '3.1.2', replace: 'torch.ones(', by: '0.9999 * torch.ones(', says: 'The two still differ' },
  { of: '3.1.3', replace: 'max_epochs=12', by: 'max_epochs=3', says: 'The validation loss ends at 0.0' },
  { of: '3.1.4', replace: '0.001 *', by: '0 *', says: 'The rank is 2 of 3' },
  { of: '3.1.4', replace: '0.001 *', by: '0.1 *', says: 'A prediction is off by' },
  { of: '3.1.5 (2)', replace: 'torch.abs(y_hat - y)', by: 'torch.abs(y_hat - y) ** 1.2', says: 'Twice the' },
  { of: '3.1.5 (2)', replace: 'max_epochs=12', by: 'max_epochs=4', says: 'The weights are off by up to' },
  { of: '3.1.6', replace: '+ second.bias', by: '+ 0.999 * second.bias', says: 'Your layer and the network' },
  { of: '3.1.7', replace: 'model(data.X).exp()', by: 'model(data.X)', says: '45 of the predicted' },
  { of: '3.1.7', replace: 'lr=0.05', by: 'lr=0.005', says: 'A typical price is off' },
  { of: '3.1.8', replace: 'lr=0.05', by: 'lr=0.001', says: 'The weights are off by up to' },
  { of: '3.2.1', replace: "'hparams'", by: "'__dict__'", says: 'Under that name there are 3' },
  { of: '3.2.2', replace: 'self.a = a', by: 'self.a = float(a)', says: 'The example has no attribute a' },
  { of: '3.2.2', replace: 'self.b = b', by: 'self.b = float(b)', says: 'The example has no attribute b' },
  { of: '3.2.2', replace: 'self.a = a', by: 'self.a, self.c = a, c', says: 'c should not be kept' },
  { of: '3.2.2', replace: 'self.a = a', by: "self.save_hyperparameters(['c'])", says: 'The call of' },
  { of: '3.3.1', replace: 'drop_last=True', by: 'drop_last=False', says: 'There is still a batch of 8' },
  { of: '3.3.1', replace: 'b=4.2', by: 'b=4.2, num_train=990', says: '30 batches' },
  { of: '3.3.1', replace: 'b=4.2', by: 'b=4.2, batch_size=31', says: 'The batches have 31 rows' },
  { of: '3.3.2', replace: 'range(n):', by: 'range(n - 1):', says: '999 rows are read' },
  { of: '3.3.2', replace: '387 * place', by: '386 * place', says: 'Only 500 different rows' },
  { of: '3.3.2', replace: '387 * place', by: 'place', says: '998 rows are followed' },
  {
    of: '3.3.3',
    replace: 'X = torch.randn',
    by: 'torch.manual_seed(_); X = torch.randn',
    says: 'The next epoch repeats',
  },
  { of: '3.3.3', replace: 'range(0, self', by: 'range(32, self', says: 'An epoch has 64 rows' },
  { of: '3.3.3', replace: '+ self.b + noise', by: '+ 0.8 * self.b + noise', says: 'A label is off by' },
  { of: '3.3.4 (2)', replace: 'torch.manual_seed(5)', by: 'pass', says: 'The next epoch repeats 0 of 96' },
  {
    of: '3.3.4',
    replace: 'generator=generator',
    by: 'generator=generator.manual_seed(1)',
    says: 'Within an',
  },
  { of: '3.4.1', replace: '(0, 3)', by: '(1e-3, 3)', says: 'No run starts with w = 0' },
  { of: '3.4.1', replace: '(1000, 10)', by: '(1000, 8)', says: 'No run starts with sigma = 1000' },
  { of: '3.4.1', replace: '(1000, 10)', by: '(40, 10)', says: 'No run starts with sigma = 1000' },
  { of: '3.4.2', replace: 'R * self.I', by: '1.05 * R * self.I', says: 'R is 7.' },
  { of: '3.4.3', replace: '14.38777', by: '14.1', says: 'The temperature is 5' },
  { of: '3.4.4', replace: '/ len(X))', by: '/ (len(X) - 1))', says: "The matrix differs from X'X/n" },
  {
    of: '3.4.5',
    replace: 'data.y.reshape(-1)',
    by: 'data.y.reshape(-1, 1)',
    says: 'The labels are no longer flat',
  },
  { of: '3.4.5', replace: 'lr=0.1', by: 'lr=0.03', says: 'The weights are off by up to' },
  { of: '3.4.6', replace: '0.3,', by: '0.1,', says: 'No learning rate brings the validation loss' },
  { of: '3.4.6', replace: '(0.003', by: '(0.01', says: 'No learning rate is so small' },
  { of: '3.4.6', replace: '2.5)', by: '1.5)', says: 'No learning rate is so large' },
  { of: '3.4.7', replace: '/ sum(sizes)', by: '/ (sum(sizes) - 1)', says: 'Yours is' },
  {
    of: '3.4.8-1 (2)',
    replace: 'torch.nn.L1Loss()(y_hat, y)',
    by: '((y_hat - y).abs() ** 1.2).mean()',
    says: 'Twice',
  },
  { of: '3.4.8-1', replace: 'max_epochs=3', by: 'max_epochs=1', says: 'The weights are off by up to' },
  { of: '3.4.8-2', replace: '10000', by: '8000', says: 'The largest label is 8000' },
  { of: '3.4.8-2', replace: 'lr=0.003', by: 'lr=0.0005', says: 'The weights are off by up to' },
  { of: '3.4.8-3', replace: 'delta=1.0', by: 'delta=18', says: 'For large errors' },
  { of: '3.4.8-3', replace: 'delta=1.0', by: 'delta=0.12', says: 'For small errors' },
  { of: '3.4.8-3', replace: '= 10000', by: '= 8000', says: 'The largest label is 8000' },
  { of: '3.4.8-3', replace: 'max_epochs=5', by: 'max_epochs=2', says: 'The weights are off by up to' },
  { of: '3.4.9', replace: 'lr=0.3', by: 'lr=0.03', says: 'With reshuffling' },
  { of: '3.4.9', replace: 'in (True, False)', by: 'in (True, True)', says: 'No order has done harm yet' },
  {
    of: '3.5.1',
    replace: 'nn.functional',
    by: '0.9 * nn.functional',
    says: 'The loss of three errors of 1 is 2.7',
  },
  { of: '3.5.1', replace: '0.03 / 32', by: '0.01 / 32', says: 'The weights are off by up to' },
  { of: '3.5.2', replace: 'nn.HuberLoss()', by: 'nn.HuberLoss(delta=18)', says: 'For large errors' },
  { of: '3.5.2', replace: 'nn.HuberLoss()', by: 'nn.HuberLoss(delta=0.12)', says: 'For small errors' },
  { of: '3.5.2', replace: '= 10000', by: '= 8000', says: 'The largest label is 8000' },
  { of: '3.5.2', replace: 'max_epochs=5', by: 'max_epochs=2', says: 'The weights are off by up to' },
  { of: '3.5.3', replace: '/ len(X)', by: '/ (len(X) + 1)', says: 'Your gradient differs' },
  { of: '3.5.4', replace: '(0.01, 10)', by: '(0.01, 5)', says: 'No run with lr = 0.01' },
  { of: '3.5.4', replace: '(0.3, 1)', by: '(0.05, 1)', says: 'No run of a single epoch' },
  { of: '3.5.5', replace: ", xscale='log'", by: '', says: 'The x axis of the plot' },
  { of: '3.5.5', replace: '[w_errors, b_errors], ', by: 'w_errors, ', says: 'Two curves with four sizes' },
  { of: '3.5.5', replace: '2000, 10000]', by: '2000, 9000]', says: 'The sizes should reach' },
  { of: '3.5.5', replace: '[5, 20, 100', by: '[15, 20, 100', says: 'The sizes should reach' },
  { of: '3.6.1', replace: 'degree = 5', by: 'degree = 4', says: 'The curve misses a point' },
  { of: '3.6.1', replace: 'degree = 5', by: 'degree = 6', says: 'Degree 6 meets all six' },
  { of: '3.6.4', replace: 'in range(k)', by: 'in range(k - 1)', says: 'Some points are never' },
  {
    of: '3.6.4',
    replace: '(i + 1) * n // k',
    by: 'min(n, (i + 1) * n // k + 1)',
    says: 'Some points are validated 3',
  },
  { of: '3.6.4', replace: '(1, 3, 9)', by: '(3,)', says: '5 fits are no cross-validation' },
  {
    of: '3.6.5',
    replace: '(y.sum(dim=1, keepdim=True) - y) / 11',
    by: 'y.mean(dim=1, keepdim=True)',
    says: 'Leaving one out gives 1.09',
  },
  { of: '3.6.7', replace: 'degree = 300, 8', by: 'degree = 300, 7', says: 'The degree is 7' },
  { of: '3.6.7', replace: 'degree = 300, 8', by: 'degree = 30, 8', says: 'The validation error is' },
  { of: '3.7.1 (2)', replace: '[0, 2, 4, 8, 16]', by: '[0, 2, 4, 8]', says: 'Two curves over five values' },
  { of: '3.7.1 (2)', replace: 'plt.plot(lambdas, val_errors)', by: '', says: 'Two curves over five values' },
  { of: '3.7.2', replace: '(0, 1, 2)', by: '(0, 1)', says: 'The best lambda of 2 seed' },
  { of: '3.7.2', replace: '[0.3, 1, 3, 10, 30]', by: '[0, 300, 600]', says: 'A best lambda of 0' },
  { of: '3.7.2', replace: '[0.3, 1, 3, 10, 30]', by: '[1, 3]', says: '6 trainings are too few' },
  {
    of: '3.7.3',
    replace: 'w.abs().sum()',
    by: '0.99 * w.abs().sum()',
    says: 'The penalty of (3, -4) is 6.93',
  },
  { of: '3.7.3', replace: 'lambd=0.03', by: 'lambd=0.003', says: 'The validation error is' },
  { of: '3.7.4', replace: 'by_trace - ', by: '0.999 * by_trace - ', says: 'The two differ by' },
  { of: '3.7.5', replace: 'lambd=0.0,', by: 'lambd=0.001,', says: 'lambda is 0.001' },
  { of: '3.7.5', replace: 'num_train=2000', by: 'num_train=300', says: 'The validation error is' },
  { of: '5.1.2', replace: 'alpha * torch.ones_like', by: '0 * torch.ones_like', says: 'The two differ by' },
  { of: '5.1.3', replace: 'share + beta * x', by: 'share + x', says: 'The two differ by up to' },
  { of: '5.1.5', replace: ' - net[2].weight.sum(1)', by: '', says: 'The two differ by up to' },
  { of: '5.1.5', replace: 'X = 3', by: 'other = net; X = 3', says: 'There are 0 layers of sigmoid' },
];

/** The near misses as programs. */
export function nearMissesOf(solutions: readonly WorkbookProgram[]): readonly NearMissProgram[] {
  return [...NEAR_MISSES, ...OTHER_CHAPTERS].map(({ of, replace, by, says }) => {
    const solution = solutions.find(({ id }) => id === of);
    const answer = solution?.cells.at(-1)?.split(replace) ?? [];
    if (solution === undefined || answer.length !== 2)
      throw new Error(`${of}: "${replace}" is not exactly once in the solution`);
    const cells = [...solution.cells.slice(0, -1), answer.join(by)];
    return { id: `${of} with ${by || 'less'}`, exercise: solution.exercise, cells, says };
  });
}
