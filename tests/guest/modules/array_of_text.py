"""Arrays of characters: the type code that is on its way out says so, and each where CPython does."""

import array
import copy
import pickle
import warnings

wide = "w" if "w" in array.typecodes else "u"


class Named(array.array):
    pass


def told(action):
    with warnings.catch_warnings(record=True) as got:
        warnings.simplefilter("always")
        try:
            result = action()
        except Exception as error:
            result = type(error).__name__, str(error)
    print(result, [(each.category.__name__, str(each.message)) for each in got])
    return result


a = told(lambda: array.array("u", "ab"))
told(lambda: (a[:], a + a, a * 2, copy.copy(a), copy.deepcopy(a)))
for protocol in range(5):
    print(a.__reduce_ex__(protocol)[1], told(lambda: pickle.loads(pickle.dumps(a, protocol))) == a)
    print(told(lambda: pickle.loads(pickle.dumps(Named("u", "x"), protocol))))
for args in (("u", array.array(wide, "x")), (wide, a), ("i", a), ("i", array.array(wide)), ("u", b"a\0\0\0"), ("u",), ("u", ["a"]), ("u", 5)):
    told(lambda: array.array(*args))
with warnings.catch_warnings():
    warnings.simplefilter("error")
    told(lambda: array.array(wide, "x"))
