"""Covariance, convolution, slopes, areas, places in an order, and what leaves gaps out."""

import numpy as np

X = np.array([[1.0, 2.0, 4.0, 3.0], [2.0, 1.0, 0.0, 5.0]])
print(np.cov(X), np.cov(X, rowvar=False).shape, np.cov(X[0]), np.cov(X[0], X[1], bias=True), sep='\n')
print(np.corrcoef(X), np.corrcoef(X[0], X[1])[0, 1], sep='\n')
for mode in ('full', 'same', 'valid'):
    print(np.convolve([1, 2, 3, 4], [1, 0, -1], mode), np.correlate([1, 2, 3, 4], [1.0, 0.0, 2.0], mode))
y = np.array([0.0, 1.0, 4.0, 9.0, 16.0])
print(np.gradient(y), np.gradient(y, 0.5), np.gradient(y, np.array([0.0, 1.0, 3.0, 4.0, 6.0])))
for part in np.gradient(np.outer(y, y[:3])):
    print(part)
print(np.trapz(y), np.trapz(y, dx=0.5), np.trapz(y, np.array([0.0, 1.0, 3.0, 4.0, 6.0])))
print(np.searchsorted(y, [0.5, 4.0, 20.0]), np.searchsorted(y, 4.0, side='right'))
print(np.digitize([0.2, 6.4, 3.0], [0.0, 1.0, 2.5, 4.0]), np.ptp(X), np.ptp(X, axis=0), X.ptp(axis=1))
print(np.geomspace(1, 1000, 4))
gaps = np.array([[1.0, np.nan, 3.0], [4.0, 5.0, 6.0]])
for function in (np.nansum, np.nanmean, np.nanmax, np.nanmin, np.nanstd, np.nanvar, np.nanmedian, np.nanprod):
    print(function.__name__, function(gaps), function(gaps, axis=0), function(gaps, axis=1))
