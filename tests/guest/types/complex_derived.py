import warnings


class Derived(complex):
    def __complex__(self):
        return self


class Asked:
    def __complex__(self):
        return Derived(3)


warnings.simplefilter("always")
with warnings.catch_warnings(record=True) as caught:
    print(complex(Derived(2j)), complex(Asked()), complex(Asked(), 2), type(complex(Derived(1))))
print([str(each.message) for each in caught])
