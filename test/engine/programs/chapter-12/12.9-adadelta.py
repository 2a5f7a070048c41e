# trained
import torch
from d2l import torch as d2l


def init_states(feature_dim):
    s_w, s_b = torch.zeros((feature_dim, 1)), torch.zeros(1)
    delta_w, delta_b = torch.zeros((feature_dim, 1)), torch.zeros(1)
    return ((s_w, delta_w), (s_b, delta_b))


def adadelta(params, states, hyperparams):
    rho, eps = hyperparams['rho'], 1e-5
    for p, (s, delta) in zip(params, states):
        with torch.no_grad():
            s[:] = rho * s + (1 - rho) * torch.square(p.grad)
            g = (torch.sqrt(delta + eps) / torch.sqrt(s + eps)) * p.grad
            p[:] -= g
            delta[:] = rho * delta + (1 - rho) * g * g
        p.grad.data.zero_()


X, y = d2l.synthetic_data(torch.tensor([2.0, -1.0, 0.5]), 1.0, 100)
w = torch.normal(0.0, 0.01, size=(3, 1), requires_grad=True)
b = torch.zeros(1, requires_grad=True)
states = init_states(3)
for epoch in range(2):
    for Xb, yb in d2l.load_array((X, y), 10):
        d2l.squared_loss(d2l.linreg(Xb, w, b), yb).mean().backward()
        adadelta([w, b], states, {'rho': 0.9})
w, b
