# What a released view still answers.


def attempt(function):
    try:
        return function()
    except (ValueError, TypeError) as error:
        return f"{type(error).__name__}: {error}"


for data in (b"abcdef", bytearray(b"abcdef")):
    kept, other, fresh = memoryview(data), memoryview(data), memoryview(data)
    print(attempt(lambda: hash(kept)) == attempt(lambda: hash(b"abcdef")), kept == other, kept != other)
    with kept as entered:
        print(entered is kept, entered == data)
    other.release()
    print(kept == kept, kept != kept, kept == other, kept == data, data == kept, kept == 3, fresh == kept, kept != fresh)
    print(attempt(lambda: hash(kept) == hash(b"abcdef")), attempt(lambda: hash(other)), attempt(lambda: kept < kept))
    print(attempt(lambda: len(kept)), attempt(lambda: kept[0]), attempt(lambda: kept.tobytes()), attempt(lambda: bytes(kept)))
