import cm_recursive


def __call__(n):
    return 1 if n < 2 else n * cm_recursive(n - 1)
