import cm_endless


def __call__():
    return cm_endless()
