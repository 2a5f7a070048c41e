import torch


def tried(name, compute):
    try:
        result = compute()
    except Exception as error:
        print(f'{name}: {type(error).__name__}: {error}')
    else:
        print(f'{name}: {result.dtype} {tuple(result.shape)}')


x, number, places = torch.ones(3, 4), torch.tensor(2.0), torch.tensor([0, 2])
for dtype in (torch.bool, torch.uint8, torch.int32, torch.float32):
    other = places.to(dtype)
    tried(f'index_select {dtype}', lambda other=other: x.index_select(0, other))
    tried(f'index_add {dtype}', lambda other=other: x.index_add(0, other, torch.ones(2, 4)))
    tried(f'index_copy {dtype}', lambda other=other: x.index_copy(0, other, torch.ones(2, 4)))
    tried(f'index_fill {dtype}', lambda other=other: x.index_fill(0, other, 1.0))
    tried(f'index_reduce {dtype}', lambda other=other: x.index_reduce(0, other, torch.ones(2, 4), 'prod'))
    tried(f'put {dtype}', lambda other=other: x.put(other, torch.ones(2)))
    tried(f'repeat_interleave {dtype}', lambda other=other: x[:2].repeat_interleave(other, 0))
tried('index_put', lambda: x.index_put((torch.tensor([1], dtype=torch.int8),), torch.tensor(1.0)))
tried('below 0', lambda: x.index_select(0, torch.tensor([-1])))
tried('copied below 0', lambda: x.index_copy(0, torch.tensor([-1]), torch.ones(1, 4)))
tried('of a number', lambda: number.index_select(0, places))
tried('of a matrix', lambda: x.index_add(0, torch.zeros(1, 2, dtype=torch.int64), torch.ones(2, 4)))
tried('too few', lambda: x.index_add(0, places, torch.ones(3, 4)))
tried('from a number', lambda: x.index_add(0, places, number))
tried('other slices', lambda: x.index_add(0, places, torch.ones(2, 5)))
tried('other dimensions', lambda: x.index_add(1, places, torch.ones(2)))
tried('to a number', lambda: number.index_reduce(0, torch.tensor([0]), torch.ones(1), 'amax'))
tried('copied from a number', lambda: x.index_copy(0, places, number))
tried('copied, too few', lambda: x.index_copy(0, places, torch.ones(3, 4)))
tried('copied, other slices', lambda: x.index_copy(0, places, torch.ones(2, 5)))
tried('no such dimension', lambda: number.index_fill(2, torch.tensor([0]), 1.0))
tried('put, too few', lambda: x.put(places, torch.ones(3)))
tried('put into nothing', lambda: torch.ones(0).put(torch.tensor([0]), torch.ones(1)))
tried('take_along_dim of a view', lambda: x.T.take_along_dim(torch.tensor([[1], [2]])))
tried('scatter_reduce of numbers', lambda: number.scatter_reduce(0, torch.tensor([0]), number, 'sum'))
tried('repeats below 0', lambda: x.repeat_interleave(-1))
tried('repeats of a matrix', lambda: x.repeat_interleave(torch.ones(1, 3, dtype=torch.int64), 0))
tried('another output size', lambda: x[:2].repeat_interleave(places, 0, output_size=5))
tried('repeat below 0', lambda: x.repeat(1, -1))
tried('narrow beyond', lambda: x.narrow(0, 5, 0))
tried('sections below 1', lambda: x.hsplit(-2)[0])
tried('combinations of -1', lambda: torch.combinations(x[0], -1))
