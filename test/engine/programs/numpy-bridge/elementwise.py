"""Functions of elements: rounding, signs, comparison, bits, angles."""

import numpy as np

x = np.array([-2.5, -0.5, 0.0, 0.5, 1.5, 2.5])
for function in (np.rint, np.fix, np.trunc, np.fabs, np.negative, np.positive, np.deg2rad, np.degrees, np.exp2):
    print(function.__name__, function(x))
print(np.cbrt(np.array([-8.0, 27.0])), np.reciprocal(np.array([2.0, 4.0])), np.signbit(x))
print(np.arcsinh(x[3:]), np.arccosh(np.array([1.0, 2.0])), np.arctanh(np.array([0.5])))
print(np.radians(180), np.degrees(np.pi), np.hypot(3, 4), np.hypot(np.array([3.0, 5.0]), np.array([4.0, 12.0])))
a, b = np.array([1, 2, 3]), np.array([3, 2, 1])
for function in (np.greater, np.greater_equal, np.less, np.less_equal, np.equal, np.not_equal):
    print(function(a, b), function(a, 2))
print(np.bitwise_and(a, b), np.bitwise_or(a, b), np.bitwise_xor(a, b), np.invert(a))
print(np.fmax(x, 1.0), np.fmin(x, np.nan), np.fmod(x, 2), np.copysign(1.0, x))
print(np.logaddexp(0.0, x), np.heaviside(x, 0.5), np.float_power(a, 2), np.true_divide(a, b), np.divmod(a, 2))
print(np.isposinf(np.array([np.inf, -np.inf, 1])), np.isneginf(np.array([np.inf, -np.inf, 1])), np.real(x[:2]))
print(np.NaN, np.Inf, np.euler_gamma, np.float_(2), np.int_(3), np.finfo(np.float32).eps, np.iinfo(np.int8).max)
with np.errstate(divide='ignore'):
    print(np.zeros(2) + 1)
