import torch
from d2l import torch as d2l


class Repeated(d2l.DataModule):
    def __init__(self, seed):
        super().__init__()
        self.save_hyperparameters()

    def get_dataloader(self, train):
        generator = torch.Generator().manual_seed(self.seed)
        for _ in range(3):
            yield torch.randn(2, 2, generator=generator)


data = Repeated(7)
print(all(torch.equal(a, b) for a, b in zip(data.train_dataloader(), data.train_dataloader())))
print(list(data.train_dataloader()))
before = torch.randn(2)
torch.manual_seed(0)
print(torch.equal(before, torch.randn(2)))
