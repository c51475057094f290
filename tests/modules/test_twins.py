"""The changes to library modules that stand for native ones: each is of a text that the host's version has."""

import os

import pytest

from callgate.modules.importer import TWINS
from callgate.modules.library import HOST
from callgate.modules.twins import CHANGES

#: not in every version
GONE = ("can't compare '%s' to '%s'",)


@pytest.mark.parametrize("name", CHANGES)
def test_each_text_is_there(name: str) -> None:
    path = os.path.join(HOST, f"{name}.py")
    if not os.path.exists(path):
        return
    with open(path, encoding="utf-8") as file:
        text = file.read()
    if name == "datetime" and "\nclass timedelta" not in text:
        return
    assert [old for old, new in CHANGES[name][0] if old not in text and not any(gone in old for gone in GONE)] == []


def test_the_importer_knows_them() -> None:
    assert TWINS == CHANGES.keys()
