import torch

X, y = torch.randn(30, 2), torch.randn(30, 1)


def folds(k):
    for i in range(k):
        parts = list(torch.chunk(torch.arange(30), k))
        val = parts.pop(i)
        yield torch.cat(parts), val


for k in (2, 5, 10):
    used = sum(len(train) for train, val in folds(k))
    print(k, used, [len(val) for _, val in folds(k)])
next(folds(3))
