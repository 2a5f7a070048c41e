import numpy as np
r=np.random.default_rng(0); print(r.normal(size=2), r.integers(0,10,3), r.random(2))
r=np.random.default_rng(42); print(r.standard_normal(5), r.exponential(size=4), r.integers(5), r.integers(0,2**40,3), r.choice(5,3,replace=False), r.choice([10,20,30],4), r.choice(5,3,p=[.1,.2,.3,.2,.2]))
x=np.arange(10); r.shuffle(x); print(x, r.permutation(6), r.permutation(np.arange(6).reshape(3,2)), r.gamma(2.,size=3), r.beta(.5,.5), r.poisson(3,4), r.binomial(10,.3,4), r.uniform(1,2,3), r.standard_exponential(3))
l=[1,2,3,4]; r.shuffle(l); print(l, r.choice(20000,3,replace=False), round(r.normal(0, 1, 1000).sum(), 6), round(r.random(1000).mean(), 6), round(r.standard_exponential(2000).sum(), 6), r.dirichlet([1,2,3]), r.multinomial(10,[.2,.3,.5]), r.laplace(), r.random())
r=np.random.RandomState(3); print(r.rand(2), r.randn(2), r.randint(0,9,4), r.choice(5,3,False), r.permutation(4), r.normal([0,10],[1,2]), r.choice(5,2,False,[.1,.2,.3,.2,.2]))
np.random.seed(1); print(np.random.rand(2), np.random.default_rng([1,2]).random(), np.random.default_rng(2**70).random())
print(np.random.default_rng(5).normal(size=300000).std().round(6))
