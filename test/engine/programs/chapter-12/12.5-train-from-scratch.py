# trained
import numpy as np
import torch
from torch import nn
from d2l import torch as d2l

np.random.seed(2)
with open('airfoil.dat', 'w') as f:
    for row in np.random.normal(3, 2, size=(60, 6)):
        f.write('\t'.join(f'{value:.4f}' for value in row) + '\n')


def get_data(batch_size=10, n=60):
    data = np.genfromtxt('airfoil.dat', dtype=np.float32, delimiter='\t')
    data = torch.from_numpy((data - data.mean(axis=0)) / data.std(axis=0))
    data_iter = d2l.load_array((data[:n, :-1], data[:n, -1]), batch_size, is_train=True)
    return data_iter, data.shape[1] - 1


def sgd(params, states, hyperparams):
    for p in params:
        p.data.sub_(hyperparams['lr'] * p.grad)
        p.grad.data.zero_()


def train(trainer_fn, states, hyperparams, data_iter, feature_dim, num_epochs=2):
    w = torch.normal(mean=0.0, std=0.01, size=(feature_dim, 1), requires_grad=True)
    b = torch.zeros((1), requires_grad=True)
    net, loss = lambda X: d2l.linreg(X, w, b), d2l.squared_loss
    animator = d2l.Animator(xlabel='epoch', ylabel='loss', xlim=[0, num_epochs], ylim=[0.22, 0.35])
    n, timer = 0, d2l.Timer()
    for _ in range(num_epochs):
        for X, y in data_iter:
            l = loss(net(X), y).mean()
            l.backward()
            trainer_fn([w, b], states, hyperparams)
            n += X.shape[0]
            if n % 20 == 0:
                timer.stop()
                animator.add(
                    n / X.shape[0] / len(data_iter), (d2l.evaluate_loss(net, data_iter, loss),)
                )
                timer.start()
    print(f'loss: {animator.Y[0][-1]:.3f}')
    return len(timer.cumsum()), animator.Y[0]


data_iter, feature_dim = get_data()
train(sgd, None, {'lr': 0.05}, data_iter, feature_dim)
