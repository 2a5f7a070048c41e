"""float16 and bfloat16: rounding, limits, promotion, printing, reductions, views and in-place changes."""

import numpy as np
import torch

for kind in (torch.float16, torch.bfloat16):
    print(torch.finfo(kind), torch.finfo(kind).tiny)
    x = torch.tensor([1.1, 2.2, 1e5, 1e-8, 0.1, 3.14159], dtype=kind)
    print(x, x.tolist(), x.sum(), x.mean(), x[:2].prod())
    print(x[0], x[0].item(), f'{x[0]:.3f}', x * 2.0, x / 3, x.type(), x.element_size(), x.is_floating_point())
    print(torch.tensor([0.5, 2], dtype=kind, requires_grad=True) * 2)
    print(torch.arange(0, 1, 0.1, dtype=kind), torch.linspace(0, 1, 5, dtype=kind), torch.zeros(2, dtype=kind))
    print((x > 1).tolist(), x.exp(), x.sqrt(), x.max(), x.argmin(), x.sort().values, x.to(torch.int64).tolist()[3:])
print(torch.tensor(1.0, dtype=torch.float16) + torch.tensor(1.0, dtype=torch.bfloat16))
a = torch.ones(2, 2).half()
print((a + torch.ones(2, 2)).dtype, (a + torch.tensor(1.0)).dtype, (a * 2).dtype, (a / 3).dtype)
print(torch.promote_types(torch.float16, torch.bfloat16), torch.result_type(a, torch.arange(2)), torch.half)
a[0, 0] = 0.1
print(a, a.t(), a.add_(0.1))
b = a.view(4)
b *= 3
print(a, b.data_ptr() == a.data_ptr())
print(torch.cat([a, a]).dtype, torch.cat([a, a.float()]).dtype, torch.stack([a, a]).shape, a.bfloat16())
print(torch.softmax(torch.arange(3.0).half(), 0), torch.nn.functional.layer_norm(torch.arange(6.0).half(), (6,)))
print(torch.tensor([65504.0]).half() * 2, torch.tensor(2049.0).half(), torch.tensor(6e-8).half(), torch.tensor(0.1).bfloat16().item())
print(np.ones(2, dtype=np.float16) / 3, a.numpy().dtype, np.float16(0.1), torch.from_numpy(np.ones(2, np.float16)))
print(torch.randn(3, dtype=torch.float16), torch.get_default_dtype())
torch.set_default_dtype(torch.float16)
print(torch.tensor([1.5]), torch.ones(2).dtype, torch.arange(3) / 2)
torch.set_default_dtype(torch.float32)
for mistake in (
    lambda: a @ torch.ones(2, 2),
    lambda: a.bfloat16().numpy(),
    lambda: torch.linalg.inv(a),
    lambda: torch.finfo(torch.int64),
):
    try:
        mistake()
    except Exception as error:
        print(type(error).__name__, error)
