import zlib, bz2, lzma, gzip, io, zipfile, tarfile, copy, random
random.seed(3)
data = bytes(random.choice(b"abcdefgh ") for _ in range(70000)) + b"x" * 200000
for level in (0, 1, 6, 9, -1):
    c = zlib.compress(data, level)
    print(level, len(c), zlib.crc32(c), zlib.decompress(c) == data)
print(zlib.crc32(b"hello"), zlib.adler32(b"hello"), zlib.crc32(b"lo", zlib.crc32(b"hel")))
co = zlib.compressobj(9, zlib.DEFLATED, -15)
raw = co.compress(data[:1000]) + co.flush(zlib.Z_SYNC_FLUSH) + co.compress(data[1000:]) + co.flush()
print(len(raw), zlib.decompress(raw, -15) == data)
d = zlib.decompressobj()
c = zlib.compress(data)
out = b""
piece = c
while not d.eof:
    out += d.decompress(piece, 1000)
    piece = d.unconsumed_tail
print(out == data, d.unused_data, d.eof, d.unconsumed_tail)
d = zlib.decompressobj()
print(d.decompress(c + b"rest") == data, d.unused_data, d.decompress(b"more"), d.unused_data, d.flush())
d = zlib.decompressobj(); a = d.decompress(c, 10); d2 = d.copy(); print(a, d.unconsumed_tail == d2.unconsumed_tail, d.flush() == d2.decompress(d2.unconsumed_tail), copy.copy(d2).eof)
for f in (lambda: zlib.decompress(b"junk"), lambda: zlib.decompress(c[:-5]), lambda: zlib.compress("text"), lambda: zlib.compress(data, 17),
          lambda: zlib.decompressobj(wbits=99), lambda: zlib.decompressobj().decompress(b"", -1), lambda: zlib.decompress(c, bufsize=-1) and 1,
          lambda: bz2.decompress(b"junk"), lambda: bz2.decompress(bz2.compress(data)[:-3]), lambda: bz2.BZ2Compressor(10), lambda: lzma.decompress(b"junk"), lambda: lzma.decompress(lzma.compress(b"a")[:-4]),
          lambda: gzip.decompress(b"junk"), lambda: lzma.LZMACompressor(format=99), lambda: lzma.LZMADecompressor(memlimit=10).decompress(lzma.compress(b"x")), lambda: zipfile.ZipFile(io.BytesIO(b"nozip")), lambda: zlib.Decompress()):
    try: print(f() and "fine")
    except Exception as e: print(type(e).__module__, type(e).__qualname__, e)
print(zlib.error.__mro__, zlib.ZLIB_VERSION == zlib.ZLIB_RUNTIME_VERSION, zlib.MAX_WBITS)
b = bz2.compress(data); print(len(b), bz2.decompress(b) == data, bz2.decompress(b + b) == data + data)
x = lzma.compress(data); print(len(x), lzma.decompress(x) == data)
x = lzma.compress(data, format=lzma.FORMAT_ALONE); print(len(x), lzma.decompress(x) == data)
f = [{"id": lzma.FILTER_DELTA, "dist": 5}, {"id": lzma.FILTER_LZMA2, "preset": 7 | lzma.PRESET_EXTREME}]
x = lzma.compress(data, format=lzma.FORMAT_RAW, filters=f); print(len(x), lzma.decompress(x, lzma.FORMAT_RAW, filters=f) == data)
dd = lzma.LZMADecompressor(); part = dd.decompress(lzma.compress(data), 100); print(len(part), dd.needs_input, dd.eof, dd.check, len(dd.decompress(b"", 50)), len(dd.decompress(b"")), dd.eof, dd.unused_data)
bd = bz2.BZ2Decompressor(); part = bd.decompress(b + b"tail", 100); print(len(part), bd.needs_input, len(bd.decompress(b"")), bd.eof, bd.unused_data)
try: bd.decompress(b"x")
except EOFError as e: print("EOFError", e)
bc = bz2.BZ2Compressor(); y = bc.compress(data) + bc.flush(); print(y == b)
try: bc.flush()
except ValueError as e: print(e)
g = gzip.compress(data, mtime=0); print(len(g), gzip.decompress(g) == data)
with gzip.GzipFile(fileobj=io.BytesIO(g)) as file: print(len(file.read(100)), file.readline()[-3:], len(file.read()))
with gzip.open(io.BytesIO(gzip.compress("zeile eins\nzwei\n".encode(), mtime=1)), "rt") as file: print(file.readlines())
z = io.BytesIO()
with zipfile.ZipFile(z, "w", zipfile.ZIP_DEFLATED) as archive:
    info = zipfile.ZipInfo("a.txt", (2020, 1, 2, 3, 4, 6)); archive.writestr(info, data)
    archive.writestr(zipfile.ZipInfo("d/b.txt", (2020, 1, 2, 3, 4, 6)), "text", zipfile.ZIP_DEFLATED)
    archive.writestr(zipfile.ZipInfo("d/c.bin", (2020, 1, 2, 3, 4, 6)), b"\0" * 1000, zipfile.ZIP_BZIP2)
    archive.writestr(zipfile.ZipInfo("d/l.bin", (2020, 1, 2, 3, 4, 6)), b"\0" * 1000, zipfile.ZIP_LZMA)
with zipfile.ZipFile(io.BytesIO(z.getvalue())) as archive:
    print(archive.namelist(), archive.testzip(), [i.compress_size for i in archive.infolist()], archive.read("d/b.txt"))
    print([p.name for p in zipfile.Path(archive, "d/").iterdir()], zipfile.Path(archive).joinpath("d", "b.txt").read_text(encoding="utf-8"))
    with archive.open("a.txt") as f: print(f.read(5), f.seek(100), f.read(3), f.readline()[-2:])
t = io.BytesIO()
with tarfile.open(fileobj=t, mode="w:gz") as archive:
    info = tarfile.TarInfo("x/y.txt"); info.size = len(data); archive.addfile(info, io.BytesIO(data))
with tarfile.open(fileobj=io.BytesIO(t.getvalue())) as archive:
    print(archive.getnames(), archive.extractfile("x/y.txt").read() == data, archive.getmember("x/y.txt").isreg())
