# %% Syne Tune stays out
from syne_tune.config_space import loguniform, randint
