# trained
import pandas as pd
import torch
from d2l import torch as d2l

torch.manual_seed(1)
frame = pd.DataFrame({'area': [1.0, 2, 3, 4, 5, 6, 7, 8], 'age': [3.0, 1, 4, 1, 5, 9, 2, 6]})
frame['price'] = 2 * frame['area'] - frame['age']
features = frame.drop(columns=['price'])
features = features.apply(lambda x: (x - x.mean()) / x.std())


class Fold(d2l.DataModule):
    def __init__(self, train, val, batch_size=2):
        self.save_hyperparameters()

    def get_dataloader(self, train):
        rows = self.train if train else self.val
        X = torch.tensor(features.iloc[rows].values.astype(float), dtype=torch.float32)
        y = torch.tensor(frame['price'].iloc[rows].values, dtype=torch.float32).reshape((-1, 1))
        return self.get_tensorloader((X, y), train)


losses = []
for i in range(2):
    val = list(range(4 * i, 4 * i + 4))
    train = [j for j in range(8) if j not in val]
    model = d2l.LinearRegression(0.05)
    model.board.display = False
    d2l.Trainer(max_epochs=5).fit(model, Fold(train, val))
    losses.append(float(model.board.data['val_loss'][-1].y))
print(losses, sum(losses) / len(losses))
