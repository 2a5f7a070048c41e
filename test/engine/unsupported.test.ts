/** What is said of a name that PyTorch, numpy or another package has and the engine has not. */
import { afterAll, describe, expect, test } from 'vitest';
import { openSession, run } from './engine.ts';

const session = openSession();
afterAll(() => session.dispose());

async function messageOf(source: string): Promise<string> {
  const { error } = await run(session, source);
  return `${error?.type}: ${error?.message}`;
}

describe('a name that exists elsewhere is said not to be supported', () => {
  test.each([
    ['import torch.fx', 'ModuleNotFoundError: D2L Exercises does not support torch.fx yet'],
    [
      'from torch import quantize_per_tensor',
      'ImportError: D2L Exercises does not support torch.quantize_per_tensor yet',
    ],
    [
      'import torch\ntorch.ones(1).to_sparse()',
      'AttributeError: D2L Exercises does not support torch.Tensor.to_sparse yet',
    ],
    [
      'import torch\ntorch.nn.ReLU().compile()',
      'AttributeError: D2L Exercises does not support torch.nn.Module.compile yet: call the model itself',
    ],
    [
      'import numpy as np\nnp.ones(1).tofile("x")',
      'AttributeError: D2L Exercises does not support np.ndarray.tofile',
    ],
    [
      'import numpy as np\nnp.busday_count()',
      'AttributeError: D2L Exercises does not support np.busday_count',
    ],
    ['import pandas as pd\npd.Grouper', 'AttributeError: D2L Exercises does not support pd.Grouper'],
    [
      'import torch\ntorch.jit.fork',
      'AttributeError: D2L Exercises does not support torch.jit.fork yet: nothing is compiled here',
    ],
    ['import matplotlib.widgets', 'ModuleNotFoundError: D2L Exercises does not support matplotlib.widgets'],
  ])('%s', async (source, message) => {
    expect(await messageOf(source)).toBe(message);
  });
});

describe('a name that exists nowhere is a slip, told as Python tells it', () => {
  test.each([
    ['import torch.foo', "ModuleNotFoundError: No module named 'torch.foo'"],
    [
      'from torch import foo',
      "ImportError: cannot import name 'foo' from 'torch' (/engine/torch/__init__.py)",
    ],
    ['import torch\ntorch.ones(1).foo', "AttributeError: 'Tensor' object has no attribute 'foo'"],
    ['import torch\ntorch.nn.ReLU().foo', "AttributeError: 'ReLU' object has no attribute 'foo'"],
    ['import numpy as np\nnp.arrange(3)', "AttributeError: module 'numpy' has no attribute 'arrange'"],
    ['import pandas as pd\npd.DataFram', "AttributeError: module 'pandas' has no attribute 'DataFram'"],
    ['import scipy.stats\nscipy.stats.nrom', "AttributeError: module 'scipy.stats' has no attribute 'nrom'"],
    ['import torch\ntorch.jit.scrpt', "AttributeError: module 'torch.jit' has no attribute 'scrpt'"],
    ['import sklearn.svm', "ModuleNotFoundError: No module named 'sklearn'"],
    ['from d2l import mxnet', "ModuleNotFoundError: No module named 'mxnet'"],
    ['import numpy as np\nnp.ones(1).foo', "AttributeError: 'numpy.ndarray' object has no attribute 'foo'"],
  ])('%s', async (source, message) => {
    expect(await messageOf(source)).toBe(message);
  });
});

test('of other packages a note says below the message what there is', async () => {
  const { error } = await run(session, 'import sklearn.svm');
  expect(error?.traceback.trim().split('\n').at(-1)).toBe(
    'D2L Exercises has torch, d2l, numpy, pandas, matplotlib and parts of torchvision, PIL, scipy and gym; other packages cannot be installed',
  );
});

test('a misspelled name of a package is followed by the name that is near', async () => {
  const { error } = await run(session, 'import pandas as pd\npd.DataFram');
  expect(error?.traceback).toContain("Did you mean: 'DataFrame'?");
});
