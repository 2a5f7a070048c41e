import torch

torch.manual_seed(0)
W = torch.normal(0, 0.01, size=(4, 3), requires_grad=True)
b = torch.zeros(3, requires_grad=True)
X = torch.randn(30, 4)
y = (X @ torch.randn(4, 3)).argmax(1)


def softmax(X):
    X_exp = torch.exp(X)
    return X_exp / X_exp.sum(1, keepdim=True)


def net(X):
    return softmax(torch.matmul(X.reshape((-1, W.shape[0])), W) + b)


def cross_entropy(y_hat, y):
    return - torch.log(y_hat[range(len(y_hat)), y])


def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / batch_size
            p.grad.zero_()


for epoch in range(4):
    for i in torch.randperm(30).split(10):
        l = cross_entropy(net(X[i]), y[i])
        l.sum().backward()
        sgd([W, b], 0.5, 10)
    with torch.no_grad():
        p = net(X)
        print(f'epoch {epoch + 1} loss {cross_entropy(p, y).mean():.4f} acc {(p.argmax(1) == y).float().mean():.3f}')
print(W.grad.abs().sum(), b)
