/** Programs with one mistake each, and what the correction makes of its line. */
import type { AdviceKind } from '../../src/training/protocol/protocol.ts';

export interface BrokenProgram {
  readonly name: string;
  readonly kind: AdviceKind;
  readonly source: string;
  /** Text that first occurs in the line of the advice. */
  readonly at: string;
  /** Part of the corrected program; absent where there is no correction. */
  readonly fixed?: string;
  /** What the explanation says. */
  readonly words?: readonly string[];
}

export const DATA = `import torch
from torch import nn
from d2l import torch as d2l
X = torch.randn(64, 2)
y = X @ torch.tensor([2.0, -3.4]) + 4.2
`;
export const WEIGHTS = `w = torch.zeros(2, requires_grad=True)
b = torch.zeros(1, requires_grad=True)
`;
export const FIT = `data = d2l.SyntheticRegressionData(w=torch.tensor([2, -3.4]), b=4.2)
d2l.Trainer(max_epochs=3).fit(model, data)
`;
export const SORTED = `${DATA}y, order = y.sort()
X, y = X[order], y.reshape(-1, 1)
net = nn.Linear(2, 1)
trainer = torch.optim.SGD(net.parameters(), lr=0.03)
`;
export const EPOCHS = `for epoch in range(3):
    for features, labels in batches:
        l = nn.MSELoss()(net(features), labels)
        trainer.zero_grad()
        l.backward()
        trainer.step()
`;
export const modelWith = (init: string, loss = '((y_hat - y) ** 2).mean()', rate = 0.03): string => `${DATA}
class Model(d2l.Module):
    def __init__(self, num_inputs, lr):
${init}

    def forward(self, X):
        return self.net(X)

    def loss(self, y_hat, y):
        return ${loss}

    def configure_optimizers(self):
        return torch.optim.SGD(self.parameters(), self.lr)

model = Model(2, lr=${rate})
${FIT}`;
export const COMPLETE = `        super().__init__()
        self.save_hyperparameters()
        self.net = nn.Linear(num_inputs, 1)`;
