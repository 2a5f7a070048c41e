import torch

for attempt in (lambda: torch.ones(2) + torch.ones(3), lambda: torch.ones(3)[9], lambda: torch.ones(2, 2).item()):
    try:
        attempt()
    except (RuntimeError, IndexError) as error:
        print(type(error).__name__, error)
