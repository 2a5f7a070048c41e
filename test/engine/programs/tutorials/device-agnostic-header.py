import os
import random
import numpy as np
import torch
import torch.backends.cudnn as cudnn
import torch.nn as nn
import torch.optim as optim
from torch.optim import lr_scheduler
from torch.utils.data.dataset import Dataset
from torch.utils.data.dataloader import DataLoader

os.environ['CUDA_VISIBLE_DEVICES'] = '0'
cudnn.benchmark = True
cudnn.deterministic = True
use_cuda = torch.cuda.is_available()
device = torch.device('cuda:0' if use_cuda else 'mps' if torch.backends.mps.is_available() else 'cpu')
print(device, use_cuda, torch.cuda.device_count(), cudnn.benchmark)
if use_cuda:
    torch.cuda.manual_seed(0)
print(torch.version.cuda if use_cuda else None, torch.get_num_threads() > 0, torch.cuda.memory_allocated())
model = nn.Linear(2, 1).to(device)
x = torch.ones(1, 2, device=device)
print(model(x).device, x.is_cuda, x.to('cpu').device, next(model.parameters()).is_cuda)
try:
    x.cuda()
except Exception as e:
    print(type(e).__name__)
print(torch.tensor([1.], device='cpu').to(device, dtype=torch.float64, non_blocking=True).dtype, torch.zeros(1).type(), str(device))
