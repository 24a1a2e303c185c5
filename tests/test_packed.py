"""What is packed comes back equal, and bytes from elsewhere make nothing."""

from __future__ import annotations

import datetime as dt
import os
import pickle

import pytest

from discrepancy.model import FactKind
from discrepancy.packed import Unpackable, pack, unpack
from tests.builders import doc, facts_of, only


class Call:
    def __reduce__(self):
        return os.getcwd, ()


def test_comes_back_equal():
    figure = only(facts_of("Two people were hurt."), FactKind.QUANTITY)[0]
    written = dt.datetime(2031, 2, 3, 4, 5, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    value = (doc("Two people were hurt."), figure, written, {"a": [1, None, "ü"]})
    assert unpack(pack(value)) == value


@pytest.mark.parametrize(
    "data",
    [b"", b"\x80", b"nothing of ours", pack("whole")[:-2], pickle.dumps(Call()), pickle.dumps(os.path.join)],
    ids=["empty", "one byte", "text", "cut short", "a call", "a function"],
)
def test_bytes_from_elsewhere_make_nothing(data):
    with pytest.raises(Unpackable):
        unpack(data)


@pytest.mark.parametrize("name", ["Document.__init__", "came_before", "re.compile"])
def test_of_ours_types_alone(name):
    with pytest.raises(Unpackable):
        unpack(b"cdiscrepancy.documents\n" + name.encode() + b"\n.")
