import numpy as np

print(np.random.rand(2), np.random.randn(3), np.random.normal(0, 1, size=(2, 2)), np.random.uniform(-1, 1, 3), np.random.randint(0, 10, 4), np.random.choice(5), np.random.permutation(5))
np.random.seed(1)
x = np.arange(5)
np.random.shuffle(x)
print(x, np.random.normal(loc=1.0, scale=0.1), np.random.random(2), np.random.standard_normal(2))
