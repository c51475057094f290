"""codecs: the registry, coders, incremental ones, streams, error handlers; text layers of io over bytes."""
import codecs
import io


def show(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


for name in ("utf-8", "UTF8", "latin-1", "ascii", "utf-16", "utf_16_le", "utf-32-be", "utf-7", "cp1252", "koi8-r", "idna",
             "punycode", "shift_jis", "big5", "rot13", "hex", "base64", "quopri", "uu", "unicode_escape", "utf-8-sig", "nothing"):
    show(lambda: codecs.lookup(name).name)
    text = "abc" if name in ("ascii", "rot13", "nothing") else b"abc" if name in ("hex", "base64", "quopri", "uu") else "añ"
    show(lambda: codecs.encode(text, name))
    show(lambda: codecs.decode(codecs.encode(text, name), name))
for encoding in ("utf-8", "utf-16", "utf-32", "utf-7", "cp1252", "shift_jis", "utf-8-sig"):
    text = "a€" if encoding != "shift_jis" else "aあ"
    data = text.encode(encoding)
    decoder = codecs.getincrementaldecoder(encoding)()
    print([decoder.decode(data[i:i + 1]) for i in range(len(data))], decoder.decode(b"", True))
    encoder = codecs.getincrementalencoder(encoding)()
    print(b"".join(encoder.encode(char) for char in text) == data)
    stream = codecs.getreader(encoding)(io.BytesIO(data))
    print(stream.read())
    out = io.BytesIO()
    codecs.getwriter(encoding)(out).write(text)
    print(out.getvalue() == data)
error = UnicodeEncodeError("ascii", "aé€b", 1, 3, "why")
for name in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace", "surrogatepass"):
    show(lambda: codecs.lookup_error(name)(error))
error = UnicodeDecodeError("utf-8", b"a\xff\xfeb", 1, 3, "why")
for name in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape"):
    show(lambda: codecs.lookup_error(name)(error))
show(lambda: codecs.lookup_error("nothing"))
show(lambda: codecs.register_error("x", 5))
show(lambda: codecs.register(5))
show(lambda: codecs.lookup(5))
show(lambda: codecs.utf_8_decode(b"\xe2\x82", "strict", False))
show(lambda: codecs.utf_8_decode(b"\xe2\x82", "strict", True))
show(lambda: codecs.charmap_encode("ab", "strict", {97: 98, 98: b"xy"}))
show(lambda: codecs.charmap_decode(b"\0\1", "strict", "xy"))
show(lambda: codecs.escape_decode(rb"\n\x41"))
show(lambda: codecs.ascii_encode("é", "replace"))


def search(name):
    if name == "mine":
        return codecs.CodecInfo(lambda text, errors="strict": (text[::-1].encode(), len(text)),
                                lambda data, errors="strict": (bytes(data)[::-1].decode(), len(data)), name="mine")


codecs.register(search)
print(codecs.encode("abc", "mine"), codecs.decode(b"abc", "mine"), codecs.lookup("mine").name)
codecs.unregister(search)
show(lambda: codecs.lookup("mine"))
print(codecs.BOM_UTF8, codecs.EncodedFile(io.BytesIO(b"\xc3\xa4"), "latin-1", "utf-8").read())

for newline in (None, "", "\n", "\r\n"):
    wrapper = io.TextIOWrapper(io.BytesIO("a\r\nb\nc\rä".encode()), encoding="utf-8", newline=newline)
    print(list(wrapper), wrapper.encoding, wrapper.newlines)
raw = io.BytesIO()
wrapper = io.TextIOWrapper(raw, encoding="utf-8", newline="\r\n", write_through=True)
wrapper.write("x\ny")
wrapper.flush()
print(raw.getvalue(), isinstance(wrapper, io.TextIOBase), type(wrapper).__name__)
reader = io.BufferedReader(io.BytesIO(b"hello world"), 4)
print(reader.peek(2)[:2], reader.read(3), reader.read1(2), reader.readline(), isinstance(reader, io.BufferedIOBase))
print(io.IncrementalNewlineDecoder(None, True).decode("a\r\nb\r"))
