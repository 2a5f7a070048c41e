import torch

for call in (
    lambda: torch.zeros('a'), lambda: torch.ones(2.5), lambda: torch.arange(0, 5, -1), lambda: torch.randn(-1), lambda: torch.tensor([1, 'a']),
    lambda: torch.sum(3), lambda: torch.ones(2).sum(axis='x'), lambda: torch.cat(torch.ones(2)), lambda: torch.stack([]), lambda: torch.normal(0, -1, (2,)),
    lambda: torch.ones(2).reshape('a'), lambda: torch.ones(2).to('gpu'), lambda: torch.ones(2, dtype='float32'), lambda: torch.exp([1.0]), lambda: torch.linspace(0, 1),
    lambda: torch.ones(2) + None, lambda: torch.ones(2) @ 3, lambda: torch.ones(2).backward, lambda: torch.ones(3).split(0), lambda: torch.multinomial(torch.tensor([-1.0]), 1),
    lambda: torch.randint(5, 5, (1,)), lambda: torch.ones(2, 2).permute(0), lambda: torch.ones(2).squeeze(3), lambda: torch.dot(torch.ones(2), torch.ones(3)), lambda: torch.ones(2, 3).inverse(),
):
    try:
        result = call()
        print('no error', type(result).__name__)
    except Exception as error:
        print(type(error).__name__, str(error).split('\n')[0])
