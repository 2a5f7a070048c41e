# trained
import torch
from d2l import torch as d2l


def planck(wavelength, T):
    return 119.1043 / wavelength**5 / (torch.exp(14.38777 / (wavelength * T)) - 1)


class Star(d2l.DataModule):
    def __init__(self, T=5.772, num_train=200, num_val=50, batch_size=20):
        super().__init__()
        self.save_hyperparameters()
        self.wavelength = 0.3 + 1.7 * torch.rand(num_train + num_val, 1)
        self.B = planck(self.wavelength, T) + 0.2 * torch.randn(num_train + num_val, 1)

    def get_dataloader(self, train):
        rows = slice(0, self.num_train) if train else slice(self.num_train, None)
        return self.get_tensorloader((self.wavelength, self.B), train, rows)


class Thermometer(d2l.Module):
    def __init__(self, lr):
        super().__init__()
        self.save_hyperparameters()
        self.T = torch.tensor([4.0], requires_grad=True)

    def forward(self, wavelength):
        return planck(wavelength, self.T)

    def loss(self, y_hat, y):
        return ((y_hat - y) ** 2 / 2).mean()

    def configure_optimizers(self):
        return d2l.SGD([self.T], self.lr)


model = Thermometer(lr=0.002)
d2l.Trainer(max_epochs=5).fit(model, Star())
print('T', model.T.item())
