"""The one system of equations that is solved here."""

from collections.abc import Sequence
from math import sqrt
from operator import mul

DAMPING = 3e-4  # against equations that say nearly the same twice


def solve(matrix: list[list[float]], right: Sequence[float]) -> list[float]:
    """The x of (matrix + damping) x = right, by Cholesky; of a symmetric matrix without negative directions
    only the lower half is read."""
    n = len(right)
    lower: list[list[float]] = []
    for i in range(n):
        row: list[float] = []
        for j in range(i):
            known = lower[j]
            row.append((matrix[i][j] - sum(map(mul, row, known))) / known[j])
        diagonal = matrix[i][i] + DAMPING - sum(map(mul, row, row))
        row.append(sqrt(max(diagonal, DAMPING)))
        lower.append(row)
    y: list[float] = []
    for i in range(n):
        y.append((right[i] - sum(map(mul, lower[i], y))) / lower[i][i])
    for i in range(n - 1, -1, -1):
        y[i] = (y[i] - sum(lower[k][i] * y[k] for k in range(i + 1, n))) / lower[i][i]
    return y
