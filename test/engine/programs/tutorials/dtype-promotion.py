import torch

f16, f32, f64 = torch.float16, torch.float32, torch.float64
i = torch.tensor([1, 2])
for other in [True, 2, 2.5, torch.tensor(3.), torch.tensor(3., dtype=f64), torch.tensor([1.], dtype=f16), torch.tensor([1], dtype=torch.uint8), torch.tensor([True])]:
    r = i + other
    print(repr(other), r.dtype, r)
print((torch.tensor([1.], dtype=f16) + torch.tensor([1.], dtype=torch.bfloat16)).dtype)
print(torch.result_type(i, 1.5), torch.promote_types(torch.int8, torch.uint8), torch.can_cast(f32, torch.int32))
print(i / 2, i // 2, i % 2, i ** 2, i ** -1.0, -i, i.float() // 0.3)
try:
    i /= 2
except RuntimeError as e:
    print(e)
try:
    i ** -1
except RuntimeError as e:
    print(e)
print(torch.tensor([1, 2.5]).dtype, torch.tensor([True, 2]).dtype, torch.tensor([]).dtype, torch.arange(3.).dtype, torch.full((2,), 1).dtype)
print(i.float(), i.double(), i.half(), i.to(torch.int8), i.type(torch.FloatTensor), i.type(), i.bool())
print(torch.tensor([300]).to(torch.uint8), torch.tensor([-1.7, 2.9]).int(), torch.tensor([float('nan')]).bool())
try:
    torch.ones(2, 2) @ torch.ones(2, 2, dtype=torch.double)
except RuntimeError as e:
    print(e)
try:
    torch.tensor([1, 2]).mean()
except RuntimeError as e:
    print(e)
torch.set_default_dtype(f64)
print(torch.tensor([1.]).dtype, torch.rand(1).dtype, torch.get_default_dtype())
torch.set_default_dtype(f32)
print(torch.finfo(f32), torch.iinfo(torch.int8).max, torch.finfo(torch.bfloat16).eps)
print(torch.tensor(5) == 5.0, torch.tensor(1).sum().dtype, torch.tensor([True, False]).sum(), torch.ones(2, dtype=torch.uint8).sum().dtype)
