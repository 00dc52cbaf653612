"""Vectors and rotations of three dimensions as plain tuples: small, and the same in every Python."""

from math import acos, cos, sin, sqrt

Vector = tuple[float, float, float]
# Row by row; its columns are the turned axes.
Rotation = tuple[float, float, float, float, float, float, float, float, float]
Quaternion = tuple[float, float, float, float]

IDENTITY: Rotation = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)
UP: Vector = (0.0, 1.0, 0.0)


def add(a: Vector, b: Vector) -> Vector:
    """The sum."""
    return a[0] + b[0], a[1] + b[1], a[2] + b[2]


def subtract(a: Vector, b: Vector) -> Vector:
    """The way from b to a."""
    return a[0] - b[0], a[1] - b[1], a[2] - b[2]


def scale(a: Vector, by: float) -> Vector:
    """A times a number."""
    return a[0] * by, a[1] * by, a[2] * by


def dot(a: Vector, b: Vector) -> float:
    """The scalar product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vector, b: Vector) -> Vector:
    """The vector product."""
    return a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]


def length(a: Vector) -> float:
    """How long a vector is."""
    return sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])


def unit(a: Vector) -> Vector:
    """The vector of length 1 in the same direction; the zero vector stays as it is."""
    size = length(a)
    return scale(a, 1.0 / size) if size > 1e-12 else a


def between(a: Vector, b: Vector, share: float) -> Vector:
    """The point at `share` (0 to 1) of the way from a to b."""
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share


def turn(r: Rotation, v: Vector) -> Vector:
    """`v`, given in the turned axes, in the axes of the world."""
    return (
        r[0] * v[0] + r[1] * v[1] + r[2] * v[2],
        r[3] * v[0] + r[4] * v[1] + r[5] * v[2],
        r[6] * v[0] + r[7] * v[1] + r[8] * v[2],
    )


def turn_back(r: Rotation, v: Vector) -> Vector:
    """`v`, given in the axes of the world, in the turned axes."""
    return (
        r[0] * v[0] + r[3] * v[1] + r[6] * v[2],
        r[1] * v[0] + r[4] * v[1] + r[7] * v[2],
        r[2] * v[0] + r[5] * v[1] + r[8] * v[2],
    )


def compose(a: Rotation, b: Rotation) -> Rotation:
    """First b, then a; or: b in the axes that a turned."""
    return (
        a[0] * b[0] + a[1] * b[3] + a[2] * b[6],
        a[0] * b[1] + a[1] * b[4] + a[2] * b[7],
        a[0] * b[2] + a[1] * b[5] + a[2] * b[8],
        a[3] * b[0] + a[4] * b[3] + a[5] * b[6],
        a[3] * b[1] + a[4] * b[4] + a[5] * b[7],
        a[3] * b[2] + a[4] * b[5] + a[5] * b[8],
        a[6] * b[0] + a[7] * b[3] + a[8] * b[6],
        a[6] * b[1] + a[7] * b[4] + a[8] * b[7],
        a[6] * b[2] + a[7] * b[5] + a[8] * b[8],
    )


def about(axis: Vector, angle: float) -> Rotation:
    """The rotation by `angle` (radians, right hand) about a unit vector."""
    x, y, z = axis
    c, s = cos(angle), sin(angle)
    k = 1.0 - c
    return (
        c + x * x * k, x * y * k - z * s, x * z * k + y * s,
        y * x * k + z * s, c + y * y * k, y * z * k - x * s,
        z * x * k - y * s, z * y * k + x * s, c + z * z * k,
    )  # fmt: skip


def about_own(r: Rotation, axis: int, angle: float) -> Rotation:
    """`r` turned further by `angle` (radians) about its own axis 0, 1 or 2."""
    c, s = cos(angle), sin(angle)
    a, b, d, e, f, g, h, i, j = r
    if axis == 2:
        return c * a + s * b, c * b - s * a, d, c * e + s * f, c * f - s * e, g, c * h + s * i, c * i - s * h, j
    if axis == 0:
        return a, c * b + s * d, c * d - s * b, e, c * f + s * g, c * g - s * f, h, c * i + s * j, c * j - s * i
    return c * a - s * d, b, c * d + s * a, c * e - s * g, f, c * g + s * e, c * h - s * j, i, c * j + s * h


def quaternion(r: Rotation) -> Quaternion:
    """The rotation as a unit quaternion (w, x, y, z)."""
    w = sqrt(max(0.0, 1.0 + r[0] + r[4] + r[8])) / 2
    x = sqrt(max(0.0, 1.0 + r[0] - r[4] - r[8])) / 2
    y = sqrt(max(0.0, 1.0 - r[0] + r[4] - r[8])) / 2
    z = sqrt(max(0.0, 1.0 - r[0] - r[4] + r[8])) / 2
    largest = max(w, x, y, z)
    # Signs from the largest part, which alone is known to be far from zero.
    if largest == w:
        return w, _like(x, r[7] - r[5]), _like(y, r[2] - r[6]), _like(z, r[3] - r[1])
    if largest == x:
        return _like(w, r[7] - r[5]), x, _like(y, r[1] + r[3]), _like(z, r[2] + r[6])
    if largest == y:
        return _like(w, r[2] - r[6]), _like(x, r[1] + r[3]), y, _like(z, r[5] + r[7])
    return _like(w, r[3] - r[1]), _like(x, r[2] + r[6]), _like(y, r[5] + r[7]), z


def rotation(q: Quaternion) -> Rotation:
    """The unit quaternion as a rotation."""
    w, x, y, z = q
    return (
        1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w),
        2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w),
        2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y),
    )  # fmt: skip


def rotation_between(a: Rotation, b: Rotation, share: float) -> Rotation:
    """The rotation at `share` (0 to 1) of the shortest way from a to b."""
    p, q = quaternion(a), quaternion(b)
    cosine = sum(m * n for m, n in zip(p, q, strict=True))
    sign = -1.0 if cosine < 0 else 1.0
    angle = acos(min(1.0, abs(cosine)))
    if angle < 1e-6:
        return a
    first, second = sin((1 - share) * angle) / sin(angle), sign * sin(share * angle) / sin(angle)
    w, x, y, z = (first * m + second * n for m, n in zip(p, q, strict=True))
    return rotation((w, x, y, z))


def _like(size: float, sign: float) -> float:
    return -size if sign < 0 else size
