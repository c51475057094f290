import array

for value in (memoryview(b"123")[1:3], memoryview(b" 42\n"), array.array("B", b"100"), memoryview(b"x1"), memoryview(b""), memoryview(b"1234")[::2],
              memoryview(b"1_0"), bytearray(b"7")):
    for function in (int, float, lambda x: int(x, 10)):
        try:
            print(function(value), end=" ")
        except (TypeError, ValueError) as error:
            print(type(error).__name__, str(error).partition("<")[0], end=" ")
    print()
