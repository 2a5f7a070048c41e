/** Data sets of the book: files that are missed by name, files that are there, and stand-ins made on request. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { english } from '../../src/advice/translate.ts';
import { adviceText } from '../../src/advice/wording.ts';
import type { Advice } from '../../src/training/protocol/protocol.ts';
import type { Session } from '../../src/training/threads/session.ts';
import { openSession, run } from './engine.ts';

let session: Session;

beforeAll(() => {
  session = openSession();
});

afterAll(() => session.dispose());

const IMPORT = 'from d2l import torch as d2l\nimport torch\n';

describe('a file that is missing', () => {
  test.each([
    ['d2l.FashionMNIST()', 'train-images-idx3-ubyte', "d2l.make_stand_in('fashion_mnist')"],
    ['d2l.get_data_ch11()', 'airfoil_self_noise.dat', "d2l.make_stand_in('airfoil')"],
    ["d2l.download('time_machine')", 'timemachine.txt', 'd2l-exercises data get time_machine'],
    ["d2l.download('https://x.example/my.csv')", 'my.csv', 'Put the file from https://x.example/my.csv'],
  ])('%s names the file and what to do', async (call, file, words) => {
    const { status, error, advice } = await run(session, IMPORT + call);
    expect(status).toBe('error');
    expect(error?.message).toContain(file);
    expect(advice.map(({ kind }) => kind)).toEqual(['dataMissing']);
    expect(adviceText(advice[0] as Advice, english)).toContain(words);
    // Said once, where there is something to do about it.
    expect(error?.message).not.toContain('make_stand_in');
  });

  test('can be caught as Python catches missing files', async () => {
    const program = `${IMPORT}try:\n    d2l.download('airfoil')\nexcept FileNotFoundError:\n    print('caught')`;
    expect((await run(session, program)).stdout).toBe('caught\n');
  });
});

test('a file of the run is found, and said to differ from the real one', async () => {
  const program = `${IMPORT}import os
os.makedirs('data', exist_ok=True)
with open('data/airfoil_self_noise.dat', 'w') as file:
    file.write('\\n'.join('\\t'.join(str(row * column % 7) for column in range(1, 7)) for row in range(20)))
data, features = d2l.get_data_ch11(batch_size=5, n=10)
print(features, len(data), next(iter(data))[0].shape)`;
  const said: string[] = [];
  const { stdout } = await run(session, program, {
    onEvent: (event) => {
      if (event.type === 'output' && event.stream === 'stderr') said.push(event.text);
    },
  });
  expect(stdout).toBe('5 2 torch.Size([5, 5])\n');
  expect(said.join('')).toContain('not the file that the book uses');
});

describe('a stand-in', () => {
  test('says what it is, is the same each time, and leaves the random stream alone', async () => {
    const program = `${IMPORT}import random
before = random.getstate()
torch.manual_seed(3)
expected = torch.rand(2)
torch.manual_seed(3)
d2l.make_stand_in('fashion_mnist')
print(before == random.getstate() and torch.equal(torch.rand(2), expected))
data = d2l.FashionMNIST(batch_size=100, resize=(32, 32))
X, y = next(iter(data.val_dataloader()))
print(X.shape, X.dtype, float(X.min()) >= 0, float(X.max()) <= 1, sorted(set(y.tolist())))
print(round(float(X.sum()), 2))`;
    const [first, second] = [await run(session, program), await run(session, program)];
    expect(first.error).toBeNull();
    expect(first.stdout).toContain('These are not the real data.');
    expect(first.stdout).toContain(
      'True\ntorch.Size([100, 1, 32, 32]) torch.float32 True True [0, 1, 2, 3, 4, 5,',
    );
    expect(second.stdout).toBe(first.stdout);
  });

  test('can be learned from', async () => {
    const program = `${IMPORT}d2l.make_stand_in('fashion_mnist')
model = d2l.SoftmaxRegression(num_outputs=10, lr=0.1)
d2l.Trainer(max_epochs=2).fit(model, d2l.FashionMNIST(batch_size=64))
model.board.data['val_acc'][-1].y > 0.8`;
    expect((await run(session, program)).displayed).toBe('True');
  });

  test('of house prices goes through the steps of the section on them', async () => {
    const program = `${IMPORT}import pandas as pd
d2l.make_stand_in('kaggle_house')
train = pd.read_csv(d2l.download('kaggle_house_train'))
test = pd.read_csv(d2l.download('kaggle_house_test'))
features = pd.concat((train.drop(columns=['Id', 'SalePrice']), test.drop(columns=['Id'])))
numeric = features.dtypes[features.dtypes != 'object'].index
features[numeric] = features[numeric].apply(lambda x: (x - x.mean()) / x.std()).fillna(0)
features = pd.get_dummies(features, dummy_na=True)
X = torch.tensor(features.values.astype(float), dtype=torch.float32)
print(X.shape[0] == len(train) + len(test), bool(X.isnan().any()))`;
    expect((await run(session, program)).stdout).toMatch(/True False\n$/);
  });

  test('of another name is refused with the names there are', async () => {
    const { error } = await run(session, `${IMPORT}d2l.make_stand_in('imagenet')`);
    expect(error?.message).toContain('airfoil, fashion_mnist');
  });
});
