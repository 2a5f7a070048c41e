import torch

print('before')
print(undefined_name)
