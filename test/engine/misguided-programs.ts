/** Programs that run to their end, and yet one mistake each spoils what they learn. */
import {
  COMPLETE,
  DATA,
  EPOCHS,
  FIT,
  modelWith,
  SORTED,
  WEIGHTS,
  type BrokenProgram,
} from './broken-programs.ts';

/** The rest of a step on tensors, by itself right. */
const DESCENT = `    l.backward()
    with torch.no_grad():
        for q in (w, b):
            q -= 0.03 * q.grad
            q.grad.zero_()
`;

export const MISGUIDED: readonly BrokenProgram[] = [
  {
    name: 'flat labels beside a column of predictions',
    kind: 'broadcastLoss',
    source: `${DATA}net = nn.Linear(2, 1)
trainer = torch.optim.SGD(net.parameters(), lr=0.03)
for epoch in range(3):
    l = ((net(X) - y) ** 2 / 2).mean()
    trainer.zero_grad()
    l.backward()
    trainer.step()
`,
    at: '(net(X) - y)',
    fixed: '(net(X) - y.reshape(-1, 1))',
    words: ['(64, 64)'],
  },
  {
    name: 'flat labels in a loss of torch',
    kind: 'broadcastLoss',
    source: `${DATA}net = nn.Linear(2, 1)
loss = nn.MSELoss()
l = loss(net(X), y + 0)
l.backward()
`,
    at: 'loss(net(X)',
    fixed: 'loss(net(X), (y + 0).reshape(-1, 1))',
  },
  {
    name: 'gradients of tensors that nobody clears',
    kind: 'gradientsKept',
    source: `${DATA}${WEIGHTS}for epoch in range(5):
    l = ((X @ w + b - y) ** 2).mean()
    l.backward()
    with torch.no_grad():
        for p in (w, b):
            p -= 0.01 * p.grad
`,
    at: 'l.backward()',
    fixed: '    w.grad = None\n    b.grad = None\n    l.backward()',
  },
  {
    name: 'gradients that no optimizer clears',
    kind: 'gradientsKept',
    source: `${DATA}net = nn.Linear(2, 1)
trainer = torch.optim.SGD(net.parameters(), lr=0.01)
for epoch in range(5):
    l = nn.MSELoss()(net(X), y.reshape(-1, 1))
    l.backward()
    trainer.step()
`,
    at: 'l.backward()',
    fixed: '    trainer.zero_grad()\n    l.backward()',
  },
  {
    name: 'gradients that a Trainer’s own epoch does not clear',
    kind: 'gradientsKept',
    source: `${modelWith(COMPLETE).replace(
      'model = Model',
      `@d2l.add_to_class(d2l.Trainer)
def fit_epoch(self):
    for batch in self.train_dataloader:
        loss = self.model.training_step(self.prepare_batch(batch))
        loss.backward()
        self.optim.step()
        self.train_batch_idx += 1

model = Model`,
    )}`.replace('lr=0.03', 'lr=0.001'),
    at: 'loss.backward()',
    fixed: '        self.optim.zero_grad()\n        loss.backward()',
  },
  {
    name: 'a learning rate above the bound',
    kind: 'rateTooLarge',
    source: `${DATA}model = d2l.LinearRegressionScratch(2, lr=2.5)\n${FIT}`,
    at: 'd2l.Trainer',
    fixed: 'lr=0.9',
    words: ['2.5', '1.8'],
  },
  {
    name: 'a learning rate above the bound in a loop on tensors',
    kind: 'rateTooLarge',
    source: `${DATA}${WEIGHTS}lr = 2.5
for epoch in range(200):
    l = ((X @ w + b - y) ** 2 / 2).mean()
    l.backward()
    with torch.no_grad():
        for q in (w, b):
            q -= lr * q.grad
            q.grad = None
`,
    at: 'l.backward()',
    fixed: 'lr = 0.7',
    words: ['2.5', '1.5'],
  },
  {
    name: 'a sum as loss in a loop with an optimizer',
    kind: 'sumLoss',
    source: `${DATA}net = nn.Linear(2, 1)
trainer = torch.optim.SGD(net.parameters(), lr=0.1)
for epoch in range(200):
    l = ((net(X) - y.reshape(-1, 1)) ** 2).sum()
    trainer.zero_grad()
    l.backward()
    trainer.step()
`,
    at: 'l.backward()',
    fixed: 'lr=0.00156',
    words: ['64'],
  },
  {
    name: 'a sum as loss with the learning rate of a mean',
    kind: 'sumLoss',
    source: modelWith(COMPLETE, '((y_hat - y) ** 2).sum()', 0.1),
    at: 'd2l.Trainer',
    fixed: 'lr=0.003125',
    words: ['32'],
  },
  {
    name: 'sorted labels in a loader that does not shuffle',
    kind: 'sortedData',
    source: `${SORTED}batches = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(X, y), batch_size=8)\n${EPOCHS}`,
    at: 'batches =',
    fixed: 'batch_size=8, shuffle=True)',
    words: ['8 minibatches'],
  },
  {
    name: 'sorted labels in the book’s loader',
    kind: 'sortedData',
    source: `${SORTED}batches = d2l.load_array((X, y), 8, is_train=False)\n${EPOCHS}`,
    at: 'batches =',
    fixed: 'is_train=True',
  },
  {
    name: 'an update of other tensors',
    kind: 'weightsUnchanged',
    source: `${DATA}
@d2l.add_to_class(d2l.SGD)
def step(self):
    for param in self.params:
        param = param - self.lr * param.grad

model = d2l.LinearRegressionScratch(2, lr=0.1)
${FIT}`,
    at: 'd2l.Trainer',
  },
  {
    name: 'a loop that forgets the update',
    kind: 'weightsUnchanged',
    source: `${DATA}${WEIGHTS}for epoch in range(30):
    l = ((X @ w + b - y) ** 2).mean()
    l.backward()
    for p in (w, b):
        p = p - 0.03 * p.grad
`,
    at: 'l.backward()',
  },
  {
    name: 'epochs with an optimizer of another model',
    kind: 'weightsUnchanged',
    source: `${DATA}net = nn.Linear(2, 1)
trainer = torch.optim.SGD(nn.Linear(2, 1).parameters(), lr=0.03)
batches = d2l.load_array((X, y.reshape(-1, 1)), 8)
${EPOCHS}`,
    at: 'l.backward()',
  },
  {
    name: 'a logarithm of nothing',
    kind: 'notFinite',
    source: `${DATA}${WEIGHTS}for epoch in range(5):
    p = torch.sigmoid(X @ w + b)
    l = -(torch.log(p - 0.5) * y).mean()
${DESCENT}`,
    at: 'torch.log',
    words: ['-inf', 'log', 'reaches 0'],
  },
  {
    name: 'nothing divided by nothing',
    kind: 'notFinite',
    source: `${DATA}${WEIGHTS}for epoch in range(5):
    spread = (X @ w).std()
    scaled = (X @ w) / spread
    l = ((scaled + b - y) ** 2).mean()
${DESCENT}`,
    at: 'scaled = ',
    words: ['nan', '/', 'divisor reaches 0'],
  },
  {
    name: 'an exponential of a large number',
    kind: 'notFinite',
    source: `${DATA}${WEIGHTS}for epoch in range(5):
    e = torch.exp(100 + X @ w)
    l = (e / e.sum() * y).sum() + b.sum()
${DESCENT}`,
    at: 'torch.exp',
    words: ['inf', 'exp', 'reaches 100'],
  },
  {
    name: 'a learning rate above the bound, written into the update',
    kind: 'rateTooLarge',
    source: `${DATA}${WEIGHTS}for epoch in range(500):
    l = ((X @ w + b - y) ** 2).mean()
    l.backward()
    with torch.no_grad():
        for q in (w, b):
            q -= 3 * q.grad
            q.grad.zero_()
`,
    at: 'l.backward()',
    words: ['learning rate 3 '],
  },
  {
    name: 'steps that grow beyond all numbers',
    kind: 'notFinite',
    source: `${DATA}${WEIGHTS}for epoch in range(500):
    l = ((X @ w + b - y) ** 2).mean()
    l.backward()
    with torch.no_grad():
        for q in (w, b):
            q -= (3 + epoch) * q.grad
            q.grad.zero_()
`,
    at: 'l = ((X',
    words: ['inf', 'learning rate'],
  },
  {
    name: 'a slope without bound',
    kind: 'notFinite',
    source: `${DATA}w = torch.zeros(2, requires_grad=True)
for epoch in range(5):
    l = ((X @ w - y) ** 2).mean() + torch.sqrt((w ** 2).sum())
    l.backward()
    with torch.no_grad():
        w -= 0.03 * w.grad
        w.grad.zero_()
`,
    at: 'l.backward()',
    words: ['gradient'],
  },
];
