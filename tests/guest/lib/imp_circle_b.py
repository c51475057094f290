print("b begins")
import imp_circle_a
def use_a():
    return imp_circle_a.early
def attempt():
    try:
        imp_circle_a.early
    except AttributeError as error:
        return type(error).__name__
def attempt_from():
    try:
        from imp_circle_a import early
    except ImportError as error:
        return type(error).__name__, error.name, "partially initialized module 'imp_circle_a'" in str(error)
print("b sees", attempt(), attempt_from())
