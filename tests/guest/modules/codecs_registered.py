# Codecs and error handlers of the program's own, in str.encode, bytes.decode and the coders.
import codecs
import io


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def search(name):
    print("search", name)
    if name == "test.number":
        return lambda *args: 42, lambda *args: 42, None, None
    if name == "test.pair":
        return lambda *args: (42, 42), lambda *args: (42, 42), None, None
    if name == "shift_by_one":
        return codecs.CodecInfo(lambda text, errors="strict": (bytes(ord(c) + 1 for c in text), len(text)),
                                lambda data, errors="strict": ("".join(chr(b - 1) for b in bytes(data)), len(data)), name=name)


codecs.register(search)
for name in ("test.number", "test.pair", "Shift By-One", "no such thing"):
    print(attempt("abc".encode, name), attempt(b"bcd".decode, name), attempt(str, b"bcd", name), attempt(bytes, "abc", name))
    print(attempt(codecs.encode, "abc", name), attempt(codecs.decode, b"bcd", name))

codecs.register_error("test.mark", lambda error: (f"<{error.start}-{error.end}>", error.end))
codecs.register_error("test.bytes", lambda error: (b"\xff", error.end))
codecs.register_error("test.skip", lambda error: ("", error.end + 1))
codecs.register_error("test.back", lambda error: ("?", error.end - len(error.object) or error.end))
codecs.register_error("test.far", lambda error: ("?", 99))
codecs.register_error("test.wrong", lambda error: 5)
codecs.register_error("test.bad", lambda error: ("\xe4", error.end))


def raising(error):
    raise KeyError(type(error).__name__, error.encoding, error.object, error.start, error.end, error.reason)


codecs.register_error("test.raise", raising)
for handler in ("test.mark", "test.bytes", "test.skip", "test.back", "test.far", "test.wrong", "test.bad", "test.raise", "test.none"):
    print(handler, attempt("aäbü€c".encode, "ascii", handler), attempt("a€bc".encode, "latin-1", handler), attempt("a\ud800b".encode, "utf-8", handler))
    print(attempt(b"a\xe4b\xfcc".decode, "ascii", handler), attempt(b"a\xffb\xe2\x82".decode, "utf-8", handler), attempt("a€".encode, "cp1252", handler))
    print(attempt(codecs.ascii_encode, "ä", handler), attempt(codecs.utf_8_decode, b"\xff", handler, True), attempt(codecs.charmap_encode, "ab", handler, {97: 65}))
    print(attempt("ok".encode, "ascii", handler), attempt(io.TextIOWrapper(io.BytesIO(b"a\xff"), "ascii", handler).read) if handler != "test.none" else "")
print("a\ud800b".encode("utf-16", "test.mark"), codecs.lookup_error("test.mark").__name__)

# a handler may exchange what is decoded


def longer(error):
    error.object = b"\x00" * 8
    return "?", error.start


def shorter(error):
    error.object = b"ab"
    return "<>", len(error.object)


def wrong(error):
    error.object = "text"
    return "", 0


for number, handler in enumerate((longer, shorter, wrong)):
    codecs.register_error(f"exchange{number}", handler)
    for encoding, data in (("utf-16", b"\x00"), ("utf-32", b"\x00"), ("utf-8", b"a\xffb"), ("ascii", b"a\xff")):
        try:
            print(encoding, ascii(data.decode(encoding, f"exchange{number}")))
        except Exception as error:
            print(encoding, type(error).__name__, error)
