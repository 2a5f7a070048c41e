"""Divergences of every pair of families that has a formula."""

import torch
from torch.distributions import (
    Bernoulli,
    Beta,
    Binomial,
    Cauchy,
    Chi2,
    Dirichlet,
    Exponential,
    Gamma,
    Geometric,
    Gumbel,
    HalfNormal,
    Independent,
    Laplace,
    LogNormal,
    LowRankMultivariateNormal,
    MultivariateNormal,
    Normal,
    OneHotCategorical,
    Pareto,
    Poisson,
    Uniform,
    kl_divergence,
)

for p,q in ((Gamma(2.,1.),Gamma(1.,3.)),(Beta(1.,2.),Beta(3.,1.)),(Dirichlet(torch.ones(3)),Dirichlet(torch.tensor([1.,2.,3.]))),(Binomial(4,.3),Binomial(4,.6)),
 (Geometric(.3),Geometric(.5)),(Gumbel(0.,1.),Gumbel(1.,2.)),(Cauchy(0.,1.),Cauchy(1.,2.)),(HalfNormal(1.),HalfNormal(2.)),(Pareto(2.,3.),Pareto(1.,2.)),
 (OneHotCategorical(torch.ones(2)),OneHotCategorical(torch.tensor([.3,.7]))),(LogNormal(0.,1.),LogNormal(1.,2.)),(Independent(Normal(torch.zeros(2),1.),1),Independent(Normal(torch.ones(2),2.),1)),
 (MultivariateNormal(torch.zeros(2),torch.eye(2)),MultivariateNormal(torch.ones(2),torch.tensor([[2.,.5],[.5,1.]]))),(Bernoulli(.3),Poisson(2.)),(Beta(1.,2.),Exponential(2.)),(Beta(1.,2.),Gamma(2.,3.)),(Beta(1.,2.),Normal(0.,1.)),(Beta(1.,2.),Uniform(-1.,2.)),
 (Exponential(1.),Gamma(2.,3.)),(Exponential(1.),Gumbel(0.,1.)),(Exponential(1.),Normal(0.,1.)),(Gamma(2.,1.),Exponential(2.)),(Gamma(2.,1.),Gumbel(0.,1.)),(Gamma(2.,1.),Normal(0.,1.)),(Gumbel(0.,1.),Normal(0.,1.)),(Laplace(0.,1.),Normal(0.,1.)),(Normal(0.,1.),Gumbel(0.,2.)),(Normal(0.,1.),Laplace(0.,2.)),(Normal(0.,1.),Gamma(1.,1.)),
 (Pareto(1.,3.),Exponential(2.)),(Pareto(1.,3.),Gamma(2.,1.)),(Pareto(1.,3.),Normal(0.,1.)),(Uniform(.1,.6),Beta(2.,3.)),(Uniform(.1,.6),Exponential(2.)),(Uniform(.1,.6),Gamma(2.,3.)),(Uniform(.1,.6),Gumbel(0.,1.)),(Uniform(.1,.6),Normal(0.,1.)),(Uniform(1.,2.),Pareto(.5,3.)),
 (LowRankMultivariateNormal(torch.zeros(2),torch.ones(2,1),torch.ones(2)),MultivariateNormal(torch.ones(2),torch.eye(2))),(LowRankMultivariateNormal(torch.zeros(2),torch.ones(2,1),torch.ones(2)),LowRankMultivariateNormal(torch.ones(2),torch.ones(2,1),torch.ones(2)*2)), (Poisson(1.),Bernoulli(.3)),(Chi2(3.),Gamma(1.,1.)),(Chi2(3.),Chi2(4.)),(Exponential(1.),Exponential(2.)),(Poisson(2.),Normal(0.,1.))):
    try: print(type(p).__name__,type(q).__name__,kl_divergence(p,q))
    except Exception as e: print(type(e).__name__,e)
