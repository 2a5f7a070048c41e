# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.


# %% [3.3.1] What is left over
class Data(d2l.SyntheticRegressionData):
    def get_dataloader(self, train):
        rows = slice(0, self.num_train) if train else slice(self.num_train, None)
        dataset = torch.utils.data.TensorDataset(self.X[rows], self.y[rows])
        return torch.utils.data.DataLoader(dataset, self.batch_size, shuffle=train, drop_last=True)


data = Data(w=torch.tensor([2, -3.4]), b=4.2)
sizes = [len(X) for X, y in data.train_dataloader()]
print(f'number of batches: {len(sizes)}')
print(f'largest batch: {max(sizes)}')
print(f'smallest batch: {min(sizes)}')


# %% [3.3.2] More data than memory
def order(n):
    for place in range(n):
        yield (387 * place + 71) % n


n = 1000
rows = list(order(n))
neighbours = sum(second == first + 1 for first, second in zip(rows, rows[1:]))
print(f'rows: {len(rows)}, different ones: {len(set(rows) & set(range(n)))}')
print(f'rows followed by their own neighbour: {neighbours}')


# %% [3.3.2] A Feistel network that walks on until it is within range
def order(n):
    half = 5
    mask = (1 << half) - 1

    def shuffled(number):
        left, right = number >> half, number & mask
        for key in (19, 7, 28, 3):
            left, right = right, left ^ ((right * right * 5 + right * key + key) & mask)
        return left << half | right

    for place in range(n):
        row = shuffled(place)
        while row >= n:
            row = shuffled(row)
        yield row


n = 1000
rows = list(order(n))
neighbours = sum(second == first + 1 for first, second in zip(rows, rows[1:]))
print(f'rows: {len(rows)}, different ones: {len(set(rows) & set(range(n)))}')
print(f'rows followed by their own neighbour: {neighbours}')


# %% [3.3.3] New data every time
class FreshData(d2l.SyntheticRegressionData):
    def get_dataloader(self, train):
        for _ in range(0, self.num_train, self.batch_size):
            X = torch.randn(self.batch_size, len(self.w))
            noise = self.noise * torch.randn(self.batch_size, 1)
            yield X, X @ self.w.reshape(-1, 1) + self.b + noise


data = FreshData(w=torch.tensor([2, -3.4]), b=4.2, num_train=96, num_val=32)
first = torch.cat([X for X, y in data.train_dataloader()])
second = torch.cat([X for X, y in data.train_dataloader()])
print(f'rows in an epoch: {len(first)}')
print(f'rows that the next epoch repeats: {sum(row.tolist() in first.tolist() for row in second)}')
errors = [(y - X @ data.w.reshape(-1, 1) - data.b).abs().max() for X, y in data.train_dataloader()]
print(f'largest noise of a label: {max(errors).item():.4f}')


# %% [3.3.4] The same data every time
class RepeatableData(d2l.SyntheticRegressionData):
    def get_dataloader(self, train):
        generator = torch.Generator().manual_seed(1 if train else 2)
        for _ in range(0, self.num_train, self.batch_size):
            X = torch.randn(self.batch_size, len(self.w), generator=generator)
            yield X, X @ self.w.reshape(-1, 1) + self.b


data = RepeatableData(w=torch.tensor([2, -3.4]), b=4.2, num_train=96, num_val=32)
first = torch.cat([X for X, y in data.train_dataloader()])
second = torch.cat([X for X, y in data.train_dataloader()])
print(f'different rows in an epoch: {len(set(map(tuple, first.tolist())))}')
print(f'rows that the next epoch repeats: {sum(row.tolist() in first.tolist() for row in second)}')


# %% [3.3.4] By the global seed
class RepeatableData(d2l.SyntheticRegressionData):
    def get_dataloader(self, train):
        torch.manual_seed(5)
        for _ in range(0, self.num_train, self.batch_size):
            X = torch.randn(self.batch_size, len(self.w))
            yield X, X @ self.w.reshape(-1, 1) + self.b


data = RepeatableData(w=torch.tensor([2, -3.4]), b=4.2, num_train=96, num_val=32)
first = torch.cat([X for X, y in data.train_dataloader()])
second = torch.cat([X for X, y in data.train_dataloader()])
print(f'different rows in an epoch: {len(set(map(tuple, first.tolist())))}')
print(f'rows that the next epoch repeats: {sum(row.tolist() in first.tolist() for row in second)}')
