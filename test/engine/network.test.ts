/** What a run tells of networks: their layers, what classifiers take pictures for, and translated sentences. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunResult } from '../../src/training/protocol/protocol.ts';
import type { Session } from '../../src/training/threads/session.ts';
import { openSession, run } from './engine.ts';

let session: Session;

beforeAll(() => {
  session = openSession();
});

afterAll(() => session.dispose());

async function outcomeOf(program: string): Promise<RunResult> {
  const result = await run(session, program);
  expect(result.error?.traceback ?? '').toBe('');
  return result;
}

/** Pictures of 6 x 6 pixels in three classes, told by which third of them is bright. */
const STRIPES = `
import sys, torch
from torch import nn
from d2l import torch as d2l

class Stripes(d2l.DataModule):
    def __init__(self, batch_size=32, labels=True):
        super().__init__()
        self.save_hyperparameters()
        self.y = torch.arange(300) % 3
        self.X = torch.rand(300, 1, 6, 6) * 0.3
        for i in range(300):
            self.X[i, 0, 2 * self.y[i]:2 * self.y[i] + 2] += 0.7

    def text_labels(self, indices):
        return [['top', 'middle', 'bottom'][int(i)] for i in indices]

    def get_dataloader(self, train):
        return self.get_tensorloader((self.X, self.y), train, slice(0, 200) if train else slice(200, None))

class Small(d2l.Classifier):
    def __init__(self, lr=0.5):
        super().__init__()
        self.save_hyperparameters()
        self.net = nn.Sequential(nn.LazyConv2d(2, 3), nn.BatchNorm2d(2), nn.Flatten(), nn.LazyLinear(3))

sys.modules['d2l'].__path__
import d2l.predictions
d2l.predictions._MOST_SECONDS = 20
from d2l import torch as d2l
torch.manual_seed(1)
`;

describe('a classifier of pictures', () => {
  test('has its layers with shapes and parameters, and what it takes its pictures for', async () => {
    const { fits } = await outcomeOf(`${STRIPES}
data, model = Stripes(), Small()
d2l.Trainer(max_epochs=3).fit(model, data)`);
    const { layers, predictions, curves } = fits[0]!;
    expect(layers).toEqual({
      layers: [
        { name: 'net.0', type: 'Conv2d', shape: [32, 2, 4, 4], parameters: 20 },
        { name: 'net.1', type: 'BatchNorm2d', shape: [32, 2, 4, 4], parameters: 4 },
        { name: 'net.2', type: 'Flatten', shape: [32, 32], parameters: 0 },
        { name: 'net.3', type: 'Linear', shape: [32, 3], parameters: 99 },
      ],
      more: 0,
      parameters: 123,
    });
    const { classes, counts, examined, total, worst } = predictions!;
    expect([classes, examined, total]).toEqual([['top', 'middle', 'bottom'], 100, 100]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(100);
    const right = [0, 4, 8].reduce((sum, at) => sum + counts[at]!, 0);
    // The curve averages over batches, of which the last one is smaller.
    expect(Math.abs(right / 100 - Number(curves['val_acc']!.at(-1)![1]))).toBeLessThan(0.05);
    expect(worst).toHaveLength(12);
    const likely = worst.map(({ probability }) => probability);
    expect(likely).toEqual(likely.toSorted((a, b) => a - b));
    expect([worst[0]!.columns, worst[0]!.channels, worst[0]!.pixels.length]).toEqual([6, 1, 36]);
    expect(worst[0]!.truth).toBe((worst[0]!.index + 200) % 3);
  });

  test('trains and goes on as if nobody had looked', async () => {
    const program = (report: string) => `${STRIPES}${report}
calls = []
class Watched(Small):
    def forward(self, X):
        calls.append(self.training)
        return super().forward(X)
data, model = Stripes(), Watched()
d2l.Trainer(max_epochs=1).fit(model, data)
print(model.training, model.net[1].running_mean, torch.rand(2), float(model.net[3].weight.sum()))
print([name for module in model.modules() for name in vars(module) if name == '_hooked'])`;
    const plain = await outcomeOf(
      program("d2l_predictions = sys.modules['d2l.predictions']; d2l_predictions.report = lambda *_: None"),
    );
    const told = await outcomeOf(program(''));
    expect(plain.fits[0]!.predictions).toBeUndefined();
    expect(told.fits[0]!.predictions).toBeDefined();
    expect(told.stdout).toBe(plain.stdout);
    expect(told.stdout).toContain('[]');
  });

  test('is looked at no longer than it may', async () => {
    const { fits } = await outcomeOf(`${STRIPES}
sys.modules['d2l.predictions']._MOST_SECONDS = 1e-9
d2l.Trainer(max_epochs=1).fit(Small(), Stripes(batch_size=100))
d2l.Trainer(max_epochs=1).fit(Small(), Stripes(batch_size=100))`);
    expect(fits.map(({ predictions }) => predictions?.examined)).toEqual([64, undefined]);
  });

  test('has none where the data is no pictures', async () => {
    const { fits } = await outcomeOf(`${STRIPES}
class Rows(Stripes):
    def get_dataloader(self, train):
        return self.get_tensorloader((self.X.reshape(300, -1), self.y), train)
class Wide(d2l.Classifier):
    def __init__(self):
        super().__init__()
        self.save_hyperparameters()
        self.lr, self.net = 0.1, nn.LazyLinear(3)
d2l.Trainer(max_epochs=1).fit(Wide(), Rows())`);
    expect(fits[0]!.predictions).toBeUndefined();
    expect(fits[0]!.layers).toBeUndefined();
  });
});

describe('layers', () => {
  test('of a loop without a Trainer are those that its next minibatch goes through', async () => {
    const { fits } = await outcomeOf(`
import torch
from torch import nn
net = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 1))
optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
X, y = torch.randn(20, 3), torch.randn(20, 1)
for epoch in range(5):
    loss = ((net(X) - y) ** 2).mean()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()`);
    expect(fits[0]!.layers?.layers.map(({ name, shape }) => [name, shape])).toEqual([
      ['0', [20, 4]],
      ['1', [20, 4]],
      ['2', [20, 1]],
    ]);
    expect(fits[0]!.layers?.parameters).toBe(21);
  });

  test('that the learner watches with hooks are left alone', async () => {
    const { fits, stdout } = await outcomeOf(`${STRIPES}
model, seen = Small(), []
model.net[0].register_forward_hook(lambda module, inputs, output: seen.append(tuple(output.shape)))
d2l.Trainer(max_epochs=1).fit(model, Stripes(batch_size=100))
print(seen[:2])`);
    expect(fits[0]!.layers).toBeUndefined();
    expect(stdout).toBe('[(100, 2, 4, 4), (100, 2, 4, 4)]\n');
  });
});

const TRANSLATOR = `
import torch
from d2l import torch as d2l
PAIRS = [('Go.', 'Va !'), ('Stop!', 'Va !')] * 12
class Sentences(d2l.MTFraEng):
    def _download(self):
        return '\\n'.join('\\t'.join(pair) for pair in PAIRS)
data = Sentences(batch_size=8, num_steps=6, num_train=16, num_val=8)
class Decoder(d2l.Decoder):
    """Writes the same words whatever it reads."""
    def __init__(self):
        super().__init__()
        self.weight = torch.nn.Parameter(torch.zeros(1))
    def init_state(self, outputs, *args):
        return 0
    def forward(self, X, step):
        scores = torch.zeros(X.shape[0], X.shape[1], len(data.tgt_vocab)) + self.weight
        scores[:, :, data.tgt_vocab[['va', '<eos>'][min(step, 1)]]] += 1
        return scores, step + 1
class Model(d2l.Seq2Seq):
    def forward(self, enc_X, dec_X, *args):
        return self.decoder(dec_X, 0)[0]
encoder = d2l.Seq2SeqEncoder(len(data.src_vocab), 4, 4, 1)
model = Model(encoder, Decoder(), data.tgt_vocab['<pad>'], lr=0.01)
d2l.Trainer(max_epochs=1).fit(model, data)
batch = data.build(['go .'], ['va !'])
`;

describe('a translator', () => {
  test('tells what it translates in words', async () => {
    const { translations } = await outcomeOf(`${TRANSLATOR}
model.predict_step(batch, d2l.try_gpu(), data.num_steps)`);
    expect(translations).toEqual([
      { source: 'go .', translation: 'va', reference: 'va !', bleu: Math.exp(-1) },
    ]);
  });

  test('also by a method of the learner’s, once', async () => {
    const { translations } = await outcomeOf(`${TRANSLATOR}
@d2l.add_to_class(d2l.EncoderDecoder)
def predict_step(self, batch, device, num_steps, save_attention_weights=False):
    return torch.tensor([[data.tgt_vocab['!'], data.tgt_vocab['<eos>']]]), []
model.predict_step(batch, d2l.try_gpu(), data.num_steps)`);
    expect(translations?.map(({ translation }) => translation)).toEqual(['!']);
  });
});
