"""zlib, bz2 and lzma under limits: what is packed small may be large."""

import bz2
import lzma
import zlib

import pytest

import callgate as cg

BOMB = 200 << 20
LIMITS = cg.Limits(memory="32 MiB", seconds=20)


@pytest.fixture(scope="module")
def bombs() -> dict[str, bytes]:
    data = bytes(BOMB)
    return {"zlib": zlib.compress(data, 9), "bz2": bz2.compress(data), "lzma": lzma.compress(data, preset=0)}


@pytest.mark.parametrize("name", ["zlib", "bz2", "lzma"])
@pytest.mark.parametrize("call", ["{m}.decompress(data)", "{d}.decompress(data)", "{d}.decompress(data, 1 << 40)",
                                  "b''.join({d}.decompress(data, 1 << 26) for i in range(3))"])
def test_bombs_stop_at_the_memory_limit(name: str, call: str, bombs: dict[str, bytes]) -> None:
    unpacker = {"zlib": "zlib.decompressobj()", "bz2": "bz2.BZ2Decompressor()", "lzma": "lzma.LZMADecompressor()"}[name]
    with pytest.raises(cg.LimitExceeded) as caught:
        cg.run(f"import {name}\n" + call.format(m=name, d=unpacker), inputs={"data": bombs[name]}, limits=LIMITS)
    assert caught.value.limit == "memory"


@pytest.mark.parametrize("name", ["zlib", "bz2", "lzma"])
def test_work_is_paid_for(name: str, bombs: dict[str, bytes]) -> None:
    with pytest.raises(cg.LimitExceeded) as caught:
        cg.run(f"import {name}\n{name}.decompress(data)", inputs={"data": bombs[name]}, limits=cg.Limits(fuel=1_000_000))
    assert caught.value.limit == "fuel"
    with pytest.raises(cg.LimitExceeded) as caught:
        cg.run(f"import {name}\nd = bytes(range(256)) * 40000\nwhile True:\n    {name}.compress(d)", limits=cg.Limits(fuel=5_000_000))
    assert caught.value.limit == "fuel"


@pytest.mark.parametrize("make", ["zlib.compressobj()", "zlib.decompressobj()", "bz2.BZ2Compressor()", "bz2.BZ2Decompressor()",
                                  "lzma.LZMACompressor(preset=1)", "lzma.LZMADecompressor()"])
def test_what_lies_behind_objects_counts(make: str) -> None:
    source = f"import zlib, bz2, lzma\nkept = []\nwhile True:\n    d = {make}\n    d.decompress(b'') if 0 else kept.append(d)"
    with pytest.raises(cg.LimitExceeded) as caught:
        cg.run(source, limits=cg.Limits(memory="48 MiB", fuel=30_000_000, seconds=20))
    assert caught.value.limit in ("memory", "fuel")


@pytest.mark.parametrize("call", ["LZMACompressor(preset=9)", "compress(b'', filters=[{'id': FILTER_LZMA2, 'dict_size': 1 << 30}])",
                                  "LZMADecompressor(FORMAT_RAW, filters=[{'id': FILTER_LZMA2, 'dict_size': 1 << 30}])"])
def test_large_coders_are_refused_before_they_are_made(call: str) -> None:
    with pytest.raises(cg.LimitExceeded) as caught:
        cg.run(f"from lzma import *\n{call}", limits=cg.Limits(memory="64 MiB"))
    assert caught.value.limit == "memory"
