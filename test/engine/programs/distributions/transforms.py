"""Transforms: values, inverses, derivatives, constraints and how they print."""

import torch
from torch.distributions import (
    AffineTransform,
    ComposeTransform,
    ExpTransform,
    IndependentTransform,
    PowerTransform,
    ReshapeTransform,
    SigmoidTransform,
    SoftmaxTransform,
    SoftplusTransform,
    StickBreakingTransform,
    TanhTransform,
    biject_to,
    transform_to,
    constraints as C,
    transforms as T,
)

for c in (C.positive, C.unit_interval, C.simplex, C.real, C.real_vector, C.interval(-1,3), C.less_than(2.), C.lower_cholesky, C.positive_definite):
    for f in (biject_to, transform_to):
        try: print(c, f(c))
        except NotImplementedError as e: print(e)
for t in (T.ExpTransform(),T.PowerTransform(torch.tensor(2.)),T.SigmoidTransform(),T.SoftplusTransform(),T.TanhTransform(),T.AffineTransform(1.,-2.),T.ComposeTransform([T.ExpTransform(),T.AffineTransform(0.,3.)]),T.StickBreakingTransform(),T.SoftmaxTransform(),T.ReshapeTransform((3,),(3,1)),T.IndependentTransform(T.ExpTransform(),1)):
    x=torch.tensor([.2,.3,.9],requires_grad=True)
    y=t(x); print(t, y, t.inv(y) , t.domain, t.codomain, t.bijective, t.inv)
    try: print(t.log_abs_det_jacobian(x,y), t.sign)
    except (NotImplementedError,AttributeError) as e: print(type(e).__name__)
    y.sum().backward(); print(x.grad)
