# %%
import torch
from d2l import torch as d2l


class Text(d2l.TimeMachine):
    def __init__(self, batch_size, num_steps, num_train=1000, num_val=500):
        super(d2l.TimeMachine, self).__init__()
        self.save_hyperparameters()
        corpus, self.vocab = self.build(self._download())
        array = torch.tensor([corpus[i : i + num_steps + 1] for i in range(len(corpus) - num_steps)])
        self.X, self.Y = array[:, :-1], array[:, 1:]

    def get_dataloader(self, train):
        idx = slice(0, self.num_train) if train else slice(self.num_train, self.num_train + self.num_val)
        return self.get_tensorloader([self.X, self.Y], train, idx)


# %%
data = Text(batch_size=2, num_steps=10)
for X, Y in data.train_dataloader():
    print('X:', X, '\nY:', Y)
    break

# %%
data = d2l.TimeMachine(batch_size=4, num_steps=6, num_train=40, num_val=8)
print(len(data.vocab), data.X.shape, len(data.train_dataloader()))
next(iter(data.val_dataloader()))
