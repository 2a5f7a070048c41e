class Surprise(Exception):
    pass


def deep(n):
    if n == 0:
        raise Surprise('at the bottom', 3)
    deep(n - 1)


deep(3)
