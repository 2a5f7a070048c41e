"""Moments, samples, densities, entropies and larger batches of every distribution."""

import torch
from torch.distributions import (
    AffineTransform,
    Beta,
    Categorical,
    Cauchy,
    Chi2,
    Dirichlet,
    ExpTransform,
    FisherSnedecor,
    Geometric,
    Gumbel,
    HalfCauchy,
    InverseGamma,
    Kumaraswamy,
    Laplace,
    LogNormal,
    LogisticNormal,
    LowRankMultivariateNormal,
    MixtureSameFamily,
    Multinomial,
    MultivariateNormal,
    NegativeBinomial,
    Normal,
    OneHotCategorical,
    Pareto,
    RelaxedBernoulli,
    RelaxedOneHotCategorical,
    SigmoidTransform,
    StudentT,
    TransformedDistribution,
    Weibull,
    constraints as C,
    transforms as T,
)

n=Normal(torch.tensor([0.,1.]),1.)
t=TransformedDistribution(Normal(0.,1.),[T.AffineTransform(1.,2.),T.ExpTransform()])
print(t, t.log_prob(torch.tensor(2.)), t.cdf(torch.tensor(2.)), t.support)
print(MixtureSameFamily(Categorical(torch.ones(2)), n).log_prob(torch.tensor(.5)))
print(MultivariateNormal(torch.zeros(2), torch.eye(2)), C.positive, T.SigmoidTransform().inv)
for d in (Normal(0.,1.), Gumbel(1.,2.), Weibull(1.,2.), Pareto(1.,3.), Kumaraswamy(2.,3.), InverseGamma(3.,2.), StudentT(4.), FisherSnedecor(3.,6.), Cauchy(0.,1.), HalfCauchy(1.), LogNormal(0.,1.), Laplace(0.,1.), NegativeBinomial(5.,.4), Beta(2.,3.), Chi2(3.), LogisticNormal(torch.zeros(2),torch.ones(2)), RelaxedBernoulli(torch.tensor(1.),.4), RelaxedOneHotCategorical(torch.tensor(.7),torch.tensor([.2,.8])), OneHotCategorical(torch.tensor([.2,.8])), LowRankMultivariateNormal(torch.zeros(2),torch.ones(2,1),torch.ones(2)), MultivariateNormal(torch.zeros(2), precision_matrix=torch.eye(2)*2), Multinomial(3,torch.ones(2)), Geometric(.3), Dirichlet(torch.tensor([1.,2.]))):
    torch.manual_seed(1)
    print(type(d).__name__, d)
    for what in ('mean','variance','mode','stddev','support','batch_shape','event_shape'):
        try: print(what, getattr(d,what))
        except NotImplementedError as e: print(what, 'no', e)
    try: s=d.sample((2,)); print(s, d.log_prob(s))
    except Exception as e: print(type(e), e)
    for f in ('entropy','perplexity'):
        try: print(f, getattr(d,f)())
        except NotImplementedError: print(f,'no')
    for f in ('cdf','icdf'):
        try: print(f, getattr(d,f)(torch.tensor(.4)))
        except Exception as e: print(f,type(e).__name__, e)
    try:
        e=d.expand((3,)+tuple(d.batch_shape)); print(e, e.batch_shape, e.sample().shape, e.log_prob(e.sample()).shape)
    except Exception as e: print('expand',type(e),e)
