import torch

print(torch.device('cpu'))
print(torch.device('cuda:0'))
print(torch.device('cuda', 1))
print(torch.device(f'cpu') == torch.device('cpu'))
print(torch.device('cuda:1').index)
print(torch.cuda.is_available())
print(torch.cuda.device_count())
