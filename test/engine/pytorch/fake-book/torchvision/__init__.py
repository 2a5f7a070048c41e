"""As much of the installed torchvision as downloads need: it has no network."""
