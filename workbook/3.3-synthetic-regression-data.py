# 3.3 Synthetic regression data: the exercises of section 3.3 of Dive into Deep
# Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch
from d2l import torch as d2l


# %% [3.3.1] What is left over
# 1000 rows do not divide by 32: the last batch of an epoch has 8 rows.
#
# Your task: leave this incomplete batch out, by an argument of the DataLoader.
# Which rows does the model then never see?
class Data(d2l.SyntheticRegressionData):
    def get_dataloader(self, train):
        rows = slice(0, self.num_train) if train else slice(self.num_train, None)
        dataset = torch.utils.data.TensorDataset(self.X[rows], self.y[rows])
        return torch.utils.data.DataLoader(dataset, self.batch_size, shuffle=train)


data = Data(w=torch.tensor([2, -3.4]), b=4.2)
sizes = [len(X) for X, y in data.train_dataloader()]
print(f'number of batches: {len(sizes)}')
print(f'largest batch: {max(sizes)}')
print(f'smallest batch: {min(sizes)}')

# region Hint
# Print help(torch.utils.data.DataLoader), or look for "drop" in PyTorch's
# documentation of it.
# endregion


# %% [3.3.2] More data than memory
# A file of a billion rows cannot be shuffled in memory, and even a list of its
# row numbers in random order is large. What is needed is a function: the place
# in the new order goes in, the number of a row comes out, each row once.
#
# Your task: make order(n) yield the numbers 0 to n - 1, each once, in an order
# that looks random, without a list.
def order(n):
    for place in range(n):
        row = place
        yield row


n = 1000
rows = list(order(n))
neighbours = sum(second == first + 1 for first, second in zip(rows, rows[1:]))
print(f'rows: {len(rows)}, different ones: {len(set(rows) & set(range(n)))}')
print(f'rows followed by their own neighbour: {neighbours}')

# region Hint
# (a * place + c) % n visits every number once if a and n have no factor in
# common. For n = 1000 that is any a that neither 2 nor 5 divides. Pick a and c
# at random for every epoch. That is a weak shuffle, but a shuffle without
# memory.
# endregion


# %% [3.3.3] New data every time
# Data of our own making need not end, nor repeat. But here X and y are made
# once, so that every epoch sees the same rows.
#
# Your task: make get_dataloader() yield batches that are made as they are asked
# for, new ones in every epoch.
class FreshData(d2l.SyntheticRegressionData):
    def get_dataloader(self, train):
        for start in range(0, self.num_train, self.batch_size):
            batch = slice(start, start + self.batch_size)
            yield self.X[batch], self.y[batch]


data = FreshData(w=torch.tensor([2, -3.4]), b=4.2, num_train=96, num_val=32)
first = torch.cat([X for X, y in data.train_dataloader()])
second = torch.cat([X for X, y in data.train_dataloader()])
print(f'rows in an epoch: {len(first)}')
print(f'rows that the next epoch repeats: {sum(row.tolist() in first.tolist() for row in second)}')
errors = [(y - X @ data.w.reshape(-1, 1) - data.b).abs().max() for X, y in data.train_dataloader()]
print(f'largest noise of a label: {max(errors).item():.4f}')

# region Hint
# In the loop: X = torch.randn(self.batch_size, len(self.w)), and y as the
# book's SyntheticRegressionData makes it. A Trainer asks how many batches there
# are, which a generator does not know: for training it would need a __len__.
# endregion


# %% [3.3.4] The same data every time
# Now the other way round: this generator makes its rows anew, and each epoch
# gets others. To compare two models fairly, both should see the same.
#
# Your task: make the generator yield the same rows in every epoch, still
# without keeping them.
class RepeatableData(d2l.SyntheticRegressionData):
    def get_dataloader(self, train):
        for _ in range(0, self.num_train, self.batch_size):
            X = torch.randn(self.batch_size, len(self.w))
            yield X, X @ self.w.reshape(-1, 1) + self.b


data = RepeatableData(w=torch.tensor([2, -3.4]), b=4.2, num_train=96, num_val=32)
first = torch.cat([X for X, y in data.train_dataloader()])
second = torch.cat([X for X, y in data.train_dataloader()])
print(f'different rows in an epoch: {len(set(map(tuple, first.tolist())))}')
print(f'rows that the next epoch repeats: {sum(row.tolist() in first.tolist() for row in second)}')

# region Hint
# Random numbers come from a generator with a seed.
# torch.Generator().manual_seed(…) makes one of your own, and torch.randn(…,
# generator=…) draws from it. Make it inside get_dataloader(). Why not call
# torch.manual_seed() there?
# endregion
