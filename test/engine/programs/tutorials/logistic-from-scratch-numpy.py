import numpy as np

np.random.seed(42)
X = np.random.randn(50, 2)
y = (X[:, 0] + X[:, 1] > 0).astype(int)
w = np.zeros(2)
b = 0.0


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


for it in range(100):
    p = sigmoid(X @ w + b)
    dw = X.T @ (p - y) / len(y)
    db = np.mean(p - y)
    w -= 0.5 * dw
    b -= 0.5 * db
loss = -np.mean(y * np.log(p + 1e-9) + (1 - y) * np.log(1 - p + 1e-9))
print(w, b, loss)
pred = (sigmoid(X @ w + b) >= 0.5).astype(int)
print('accuracy', (pred == y).mean(), np.sum(pred), pred[:5], y.dtype)
cm = np.zeros((2, 2), dtype=int)
for t, q in zip(y, pred):
    cm[t, q] += 1
print(cm)
one_hot = np.eye(3)[np.array([0, 2, 1])]
print(one_hot, one_hot.argmax(axis=1))
s = np.exp(X[:2] - X[:2].max(axis=1, keepdims=True))
print(s / s.sum(axis=1, keepdims=True))
idx = np.random.permutation(len(X))
tr, te = idx[:40], idx[40:]
print(X[tr].shape, X[te].mean(axis=0), X.std(axis=0), np.linalg.eigvalsh(np.cov(X.T)))
u, sv, vt = np.linalg.svd(X - X.mean(0), full_matrices=False)
print(sv, (sv ** 2 / np.sum(sv ** 2)).round(3), np.abs(vt[0]))
d = np.sqrt(((X[:3, None] - X[None, :3]) ** 2).sum(-1))
print(d, np.argsort(d, axis=1)[:, 1])
