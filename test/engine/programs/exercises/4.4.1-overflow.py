import torch


def softmax(X):
    X_exp = torch.exp(X)
    return X_exp / X_exp.sum(1, keepdims=True)


print(softmax(torch.tensor([[100.0, 1.0, 0.0]])))
print(softmax(torch.tensor([[-100.0, -100.0, -100.0]])))


def stable(X):
    return softmax(X - X.max(1, keepdim=True)[0])


stable(torch.tensor([[100.0, 1.0, 0.0], [-100.0, -100.0, -100.0]]))
