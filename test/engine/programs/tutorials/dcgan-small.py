import torch
import torch.nn as nn

torch.manual_seed(999)


def weights_init(m):
    classname = m.__class__.__name__
    if classname.find('Conv') != -1:
        nn.init.normal_(m.weight.data, 0.0, 0.02)
    elif classname.find('BatchNorm') != -1:
        nn.init.normal_(m.weight.data, 1.0, 0.02)
        nn.init.constant_(m.bias.data, 0)


nz, ngf, ndf, nc = 8, 4, 4, 1
G = nn.Sequential(
    nn.ConvTranspose2d(nz, ngf * 2, 4, 1, 0, bias=False), nn.BatchNorm2d(ngf * 2), nn.ReLU(True),
    nn.ConvTranspose2d(ngf * 2, ngf, 4, 2, 1, bias=False), nn.BatchNorm2d(ngf), nn.ReLU(True),
    nn.ConvTranspose2d(ngf, nc, 4, 2, 1, bias=False), nn.Tanh())
D = nn.Sequential(
    nn.Conv2d(nc, ndf, 4, 2, 1, bias=False), nn.LeakyReLU(0.2, inplace=True),
    nn.Conv2d(ndf, ndf * 2, 4, 2, 1, bias=False), nn.BatchNorm2d(ndf * 2), nn.LeakyReLU(0.2, inplace=True),
    nn.Conv2d(ndf * 2, 1, 4, 1, 0, bias=False), nn.Sigmoid())
G.apply(weights_init)
D.apply(weights_init)
print(G)
print(D)
crit = nn.BCELoss()
fixed = torch.randn(4, nz, 1, 1)
optD = torch.optim.Adam(D.parameters(), lr=0.0002, betas=(0.5, 0.999))
optG = torch.optim.Adam(G.parameters(), lr=0.0002, betas=(0.5, 0.999))
real = torch.rand(4, 1, 16, 16) * 2 - 1
for it in range(3):
    D.zero_grad()
    label = torch.full((4,), 1., dtype=torch.float)
    output = D(real).view(-1)
    errD_real = crit(output, label)
    errD_real.backward()
    D_x = output.mean().item()
    noise = torch.randn(4, nz, 1, 1)
    fake = G(noise)
    label.fill_(0.)
    output = D(fake.detach()).view(-1)
    errD_fake = crit(output, label)
    errD_fake.backward()
    optD.step()
    G.zero_grad()
    label.fill_(1.)
    output = D(fake).view(-1)
    errG = crit(output, label)
    errG.backward()
    optG.step()
    print('[%d] Loss_D: %.4f Loss_G: %.4f D(x): %.4f' % (it, errD_real.item() + errD_fake.item(), errG.item(), D_x))
with torch.no_grad():
    print(G(fixed).detach().cpu().shape)
import torchvision.utils as vutils
grid = vutils.make_grid(G(fixed).detach(), padding=2, normalize=True)
print(grid.shape, grid.min().item(), grid.max().item())
