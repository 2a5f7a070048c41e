"""What is said of arguments and values that do not satisfy their constraints."""

import torch
from torch.distributions import (
    Bernoulli,
    Beta,
    Binomial,
    Categorical,
    Dirichlet,
    Distribution,
    Exponential,
    Gamma,
    Geometric,
    Independent,
    MixtureSameFamily,
    Multinomial,
    MultivariateNormal,
    Normal,
    OneHotCategorical,
    Poisson,
    TransformedDistribution,
    Uniform,
    constraints as C,
)

def tries(f):
    try: f()
    except Exception as e: print(type(e).__name__, e)
tries(lambda: Normal(0.,-1.)); tries(lambda: Normal('a',1.)); tries(lambda: Uniform(1.,0.)); tries(lambda: Bernoulli(1.5)); tries(lambda: Bernoulli(torch.tensor([.2,-1.])))
tries(lambda: Bernoulli(.5).log_prob(torch.tensor(.3))); tries(lambda: Categorical(torch.tensor([-1.,2.]))); tries(lambda: Categorical(torch.ones(3)).log_prob(torch.tensor(3)))
tries(lambda: Normal(torch.zeros(3),1.).log_prob(torch.zeros(2))); tries(lambda: Exponential(1.).log_prob(torch.tensor(-1.))); tries(lambda: Dirichlet(torch.tensor(1.)))
tries(lambda: Dirichlet(torch.tensor([1.,2.])).log_prob(torch.tensor([.2,.2]))); tries(lambda: MultivariateNormal(torch.zeros(2), torch.tensor([[1.,2.],[2.,1.]])))
tries(lambda: MultivariateNormal(torch.zeros(2), torch.tensor([[1.,2.],[0.,1.]]))); tries(lambda: MultivariateNormal(torch.zeros(2), torch.eye(2)).log_prob(torch.zeros(3)))
tries(lambda: Poisson(-1.)); tries(lambda: Binomial(3,.5).log_prob(torch.tensor(4.))); tries(lambda: Normal(0.,1.,validate_args=False).log_prob(torch.tensor(float('nan'))))
tries(lambda: Normal(torch.tensor(float('nan')),1.)); tries(lambda: Normal(0.,1.).enumerate_support()); tries(lambda: Poisson(1.).entropy()); tries(lambda: Poisson(1.).rsample()); tries(lambda: Bernoulli(.3,torch.tensor(1.)))
tries(lambda: Independent(Normal(0.,1.),1)); tries(lambda: Beta(1.,2.).log_prob(torch.tensor(1.5))); tries(lambda: Gamma(-1.,1.)); tries(lambda: Geometric(0.)); tries(lambda: OneHotCategorical(torch.ones(3)).log_prob(torch.tensor([1.,1.,0.])))
tries(lambda: Multinomial(3, torch.ones(2)).log_prob(torch.tensor([2.,2.]))); tries(lambda: TransformedDistribution(Normal(0.,1.), 3)); tries(lambda: MixtureSameFamily(Normal(0.,1.),Normal(0.,1.)))
tries(lambda: MixtureSameFamily(Categorical(torch.ones(3)),Normal(torch.zeros(2),1.)))
class Mine(Distribution):
    arg_constraints={}
    support=C.real
    def __init__(self): super().__init__()
tries(lambda: Mine().sample()); print(Mine())
class N2(Normal):
    def __init__(self,a): super().__init__(a,1.)
tries(lambda: N2(0.).expand([2])); print(N2(0.))
Distribution.set_default_validate_args(False); print(Normal(0.,-1.))
for d in (Bernoulli(torch.tensor([.2,.4])),Categorical(torch.ones(3)),Binomial(3,.5),OneHotCategorical(torch.ones(2))): print(d.enumerate_support(), d.has_rsample, d.has_enumerate_support)
Normal(0., -1., validate_args=True)
