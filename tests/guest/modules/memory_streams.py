import io
import random


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


TEXT = "a\nb\rc\r\nd\n\r\r\n\re"
for newline in (None, "", "\n", "\r", "\r\n"):
    s = io.StringIO(TEXT, newline)
    print(repr(newline), repr(s.getvalue()), list(s), s.newlines)
    s.seek(2)
    print([s.readline(3) for _ in range(8)], s.tell(), s.write("x\ny\rz\r\n"), repr(s.getvalue()))
    s = io.StringIO(newline=newline)
    print(s.newlines, s.write("\r"), s.newlines, s.write("\n"), s.newlines, s.write("\r\n"), s.newlines, repr(s.getvalue()), s.seek(0), s.readlines())
print(attempt(io.StringIO, 5), attempt(io.StringIO, "", "x"), attempt(io.StringIO().write, b"x"), attempt(io.StringIO().seek, -1), attempt(io.StringIO("ab").seek, 1, 1))

random.seed(5)
for make, word in ((io.StringIO, "äbc\n"), (io.BytesIO, b"abc\n")):
    stream = make()
    for _ in range(400):
        step = random.randrange(7)
        if step == 0:
            stream.seek(random.randrange(60))
        elif step == 1:
            stream.truncate(random.randrange(80))
        elif step == 2:
            stream.read(random.randrange(9))
        elif step == 3:
            stream.readline()
        else:
            stream.write(word[:random.randrange(5)] * random.randrange(3))
    print(repr(stream.getvalue()), stream.tell())
stream = io.StringIO()
for i in range(20000):
    stream.write("part ")
print(len(stream.getvalue()), stream.tell())
b = io.BytesIO(b"hello")
view = b.getbuffer()
view[0] = 72
print(b.getvalue(), attempt(b.write, b"longer text"), attempt(b.truncate, 1))
view.release()
print(b.seek(0, 2), b.write(bytearray(b"!")), b.write(memoryview(b"?")), b.getvalue(), b.seek(10), b.write(b"x"), b.getvalue(), b.read(), b.seek(1), b.read1(2), b.readline(), b.readinto(bytearray(3)))
print(attempt(io.BytesIO, 5), attempt(io.BytesIO, "x"), attempt(b.write, "x"), attempt(b.seek, -1), attempt(b.seek, 0, 9), b.seek(-100, 1), io.BytesIO(None).getvalue(), io.BytesIO(bytearray(b"x")).getvalue())
b.close()
print(attempt(b.read), attempt(b.getvalue), b.closed, attempt(b.__enter__), attempt(io.StringIO().fileno), attempt(io.BytesIO().detach))


class Upper(io.StringIO):
    def write(self, s):
        return super().write(s.upper())


u = Upper("start")
print("text", file=u)
print(u.getvalue(), io.TextIOWrapper(io.BytesIO("ä\r\nb".encode()), encoding="utf-8").read(), io.BufferedReader(io.BytesIO(b"1\n2")).readlines())
