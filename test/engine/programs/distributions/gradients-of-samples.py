"""Gradients through samples of gamma variables and what is made of them, and of densities and quantiles."""

import torch
from torch.distributions import Beta, Cauchy, Dirichlet, Gamma, Gumbel, Laplace, LogNormal, Normal, StudentT

torch.manual_seed(3)
for a in (.3, 2., 5., 12., 40.):
    c=torch.tensor([a]*5,requires_grad=True)
    s=Gamma(c,2.).rsample(); s.sum().backward(); print(s.detach(), c.grad)
for a,b in ((.5,.5),(2.,3.),(9.,12.),(40.,30.),(1.,8.)):
    c=torch.tensor([a]*5,requires_grad=True); e=torch.tensor([b]*5,requires_grad=True)
    s=Beta(c,e).rsample(); s.sum().backward(); print(s.detach(), c.grad, e.grad)
c=torch.tensor([1.,2.,3.],requires_grad=True)
s=Dirichlet(c).rsample(); (s*torch.tensor([1.,2.,4.])).sum().backward(); print(s.detach(), c.grad)
d=torch.tensor([3.,6.],requires_grad=True); s=StudentT(d).rsample(); s.sum().backward(); print(s.detach(), d.grad)
x=torch.tensor(.3,requires_grad=True)
for d in (Normal(x,1.),Laplace(x,1.),Gumbel(x,1.),LogNormal(x,1.),Cauchy(x,1.),StudentT(3.,x)):
    for f in ('log_prob','cdf','icdf'):
        try:
            v=getattr(d,f)(torch.tensor(.7)); print(type(d).__name__, f, v, torch.autograd.grad(v,x))
        except Exception as e: print(type(e).__name__, e)
