# Names of codecs that look like templates.
for name in ("{}-{}", "{0}", "rot13", "hex", "{"):
    for use in (lambda: b"a".decode(name), lambda: "a".encode(name), lambda: str(b"a", name), lambda: bytes("a", name)):
        try: print(use())
        except LookupError as e: print(e)
