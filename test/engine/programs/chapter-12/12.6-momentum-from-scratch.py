# trained
import torch
from d2l import torch as d2l


def init_states(feature_dim):
    v_w = torch.zeros((feature_dim, 1))
    v_b = torch.zeros(1)
    return (v_w, v_b)


def sgd_momentum(params, states, hyperparams):
    for p, v in zip(params, states):
        with torch.no_grad():
            v[:] = hyperparams['momentum'] * v + p.grad
            p[:] -= hyperparams['lr'] * v
        p.grad.data.zero_()


def train(update, states, hyperparams, data_iter, feature_dim, num_epochs=2):
    w = torch.normal(0.0, 0.01, size=(feature_dim, 1), requires_grad=True)
    b = torch.zeros((1), requires_grad=True)
    for _ in range(num_epochs):
        for X, y in data_iter:
            loss = d2l.squared_loss(d2l.linreg(X, w, b), y).mean()
            loss.backward()
            update([w, b], states, hyperparams)
    print(w.detach().reshape(-1), b.detach())
    return d2l.evaluate_loss(lambda X: d2l.linreg(X, w, b), data_iter, d2l.squared_loss)


X, y = d2l.synthetic_data(torch.tensor([2.0, -1.0, 0.5]), 1.0, 100)
data_iter = d2l.load_array((X, y), 10)
for lr, momentum in ((0.02, 0.5), (0.01, 0.9)):
    print(train(sgd_momentum, init_states(3), {'lr': lr, 'momentum': momentum}, data_iter, 3))
