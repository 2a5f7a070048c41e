import numpy as np
import torch

for text in (
    'a += 0.5', 'a /= 2', 'a *= True', 'b += np.ones((2, 2))', 'b -= a', 'a[::-1] = b', 'b[:] = np.ones(3)',
    'b @ np.ones(3)', 'np.ones(2) * torch.ones(2)', 'torch.ones(2) > np.ones(2)', 'np.ones(2) - w', 'w - np.ones(2)',
    'np.array([w])', 'np.mean([w])', 'np.exp(w)', 'torch.from_numpy(np.arange(3)[::-1])', 'np.arange(3) + np.arange(4)',
    'np.array([True]) - np.array([True])', 'np.array([2]) ** -1', 'np.zeros(2, 3)', 'np.ones((2, 3)).sum(axis=2)',
    'np.concatenate([np.ones((2, 2)), np.ones((3, 3))])', 'np.stack([np.ones(2), np.ones(3)])',
    'np.dot(np.ones((2, 3)), np.ones(2))', 'np.ones(3)[1.0]', 'np.ones(3)[np.array([True, False])]',
    'np.expand_dims(np.ones(2), 3)', 'np.where([True], 1)', 'np.ones((2, 3)).squeeze(0)', 'np.linspace(0, 1, 3.5)',
    'np.ones(2).nothing', 'np.arange(6).reshape(4, 2)', 'np.float64(2).nothing',
):  # fmt: skip
    a, b, w = np.arange(2), np.ones(2), torch.ones(2, requires_grad=True)
    try:
        exec(text)
        print(text, a, b)
    except Exception as error:
        print(text, type(error).__name__, error)
print(torch.ones(2) * np.ones(2), np.ones(2) / torch.full((2,), 4.0), torch.ones(2) == np.ones(2), torch.ones(2) @ np.ones(2))
