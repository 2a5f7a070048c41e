# trained
import torch
from torch import nn
from d2l import torch as d2l


def train(trainer_fn, hyperparams, data_iter, num_epochs=4):
    net = nn.Sequential(nn.Linear(5, 1))

    def init_weights(module):
        if type(module) == nn.Linear:
            torch.nn.init.normal_(module.weight, std=0.01)

    net.apply(init_weights)
    optimizer = trainer_fn(net.parameters(), **hyperparams)
    loss = nn.MSELoss(reduction='none')
    animator = d2l.Animator(xlabel='epoch', ylabel='loss', xlim=[0, num_epochs], ylim=[0.22, 0.35])
    n = 0
    for _ in range(num_epochs):
        for X, y in data_iter:
            optimizer.zero_grad()
            out = net(X)
            y = y.reshape(out.shape)
            l = loss(out, y)
            l.mean().backward()
            optimizer.step()
            n += X.shape[0]
            if n % 20 == 0:
                animator.add(
                    n / X.shape[0] / len(data_iter), (d2l.evaluate_loss(net, data_iter, loss) / 2,)
                )
    print(f'loss: {animator.Y[0][-1]:.3f}')
    print(animator.Y[0])


X = torch.randn(60, 5)
y = X @ torch.tensor([1.0, -1, 0.5, 2, 0]) + 0.1 * torch.randn(60)
data_iter = d2l.load_array((X, y), 10)
train(torch.optim.SGD, {'lr': 0.05}, data_iter)
train(torch.optim.SGD, {'lr': 0.005, 'momentum': 0.9}, data_iter)
train(torch.optim.Adam, {'lr': 0.01}, data_iter)
train(torch.optim.RMSprop, {'lr': 0.01, 'alpha': 0.9}, data_iter)
train(torch.optim.Adagrad, {'lr': 0.1}, data_iter)
train(torch.optim.Adadelta, {'rho': 0.9}, data_iter)
