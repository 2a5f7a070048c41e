import numpy as np
import torch

a = np.array([[1.0, 2.0], [3.0, 4.0]])
print(a, a.shape, a.dtype, a.T, a @ a, a * 2, a.sum(), a.mean(axis=0), a.std(axis=0), a.reshape(-1), a.astype(np.float32), a.tolist())
print(np.arange(3), np.arange(0, 1, 0.25), np.linspace(0, 1, 3), np.zeros((2, 2)), np.ones(2), np.eye(2), np.zeros_like(a), np.full((2,), 3.0))
print(np.exp(a), np.log(a), np.sin(np.pi / 2), np.sqrt(a), np.power(a, 2), np.abs(-a), np.max(a), np.argmax(a), np.argmax(a, axis=1), np.dot(a, a), np.expand_dims(a[0], 0), np.concatenate((a, a)), np.stack([a[0], a[1]]), np.cumsum(a), np.maximum(a, 2))
t = torch.from_numpy(a)
t[0, 0] = 9
print(a[0, 0], torch.tensor(a), t.numpy() is a, np.array(t), np.asarray(torch.ones(2)), torch.ones(2).numpy() + np.ones(2), np.float32(1.5), type(np.float64(2.0)))
print(a[0], a[:, 1], a[a > 2], a[[1, 0]], a[-1, -1], len(a), a.size, a.ndim, a.flatten(), np.where(a > 2, 1, 0), np.sort(np.array([3, 1, 2])), np.unique(np.array([1, 1, 2])))
