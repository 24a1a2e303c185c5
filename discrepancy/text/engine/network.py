"""The part of spaCy's small model that reads words in their surroundings, worked out by numpy's own matrix product.

The arithmetic is that of ``spacy.Tok2Vec.v2`` over ``MultiHashEmbed`` and ``MaxoutWindowEncoder``; what differs is its
order: a word's own vector is worked out once for all its occurrences, and a layer's pieces lie one after another, so
that the largest of them is found row by row and not by threes. It takes a third of the time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

__all__ = ["Floats", "Ids", "Surroundings", "UnknownShape", "nodes"]

Floats = npt.NDArray[np.float32]
Ids = npt.NDArray[np.uint64]

_KNOWN_WORDS: Final = 20_000
"""Words whose vectors are kept: 8 MB for each network."""
_TINY: Final = np.float32(1e-8)  # thinc's own, in `layernorm`


class UnknownShape(Exception):
    """The model is built otherwise than this package knows."""


def nodes(model: Any, name: str) -> list[Any]:  # noqa: ANN401 - thinc's types say nothing of an array's shape
    """The layers of that name below ``model``, in order."""
    return [node for node in model.walk() if node.name == name]


class _Layer:
    """Maxout and layer normalisation: of every output the largest of its pieces, then all of a row to one scale."""

    def __init__(self, maxout: Any, norm: Any) -> None:  # noqa: ANN401 - as above
        weights, bias = maxout.get_param("W"), maxout.get_param("b")
        self.width, self.pieces, inputs = weights.shape
        self._weights = np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(-1, inputs).T)
        self._bias = np.ascontiguousarray(bias.T.reshape(-1))
        self._scale, self._shift = norm.get_param("G"), norm.get_param("b")

    def __call__(self, rows: Floats) -> Floats:
        width = self.width
        pieces: Floats = rows @ self._weights
        pieces += self._bias
        largest = pieces[:, :width]
        for each in range(1, self.pieces):
            np.maximum(largest, pieces[:, each * width : (each + 1) * width], out=largest)
        found: Floats = largest - largest.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", found, found)
        spread /= np.float32(width)
        spread += _TINY
        found /= np.sqrt(spread)[:, None]
        found *= self._scale
        found += self._shift
        return found


class Surroundings:
    """Vectors of tokens, each made of its word and of the words up to so many before and after it."""

    def __init__(self, model: Any) -> None:  # noqa: ANN401 - as above
        embed, encode = model.get_ref("embed"), model.get_ref("encode")
        [features] = nodes(embed, "extract_features")
        self.columns: tuple[str, ...] = tuple(features.attrs["columns"])
        self._hashes = nodes(embed, "hashembed")
        [first] = map(_Layer, nodes(embed, "maxout"), nodes(embed, "layernorm"))
        self._first = first
        self._layers = list(map(_Layer, nodes(encode, "maxout"), nodes(encode, "layernorm")))
        self._pad: int = encode.attrs["pad"]
        windows = [node.attrs["window_size"] for node in nodes(encode, "expand_window")]
        if (
            windows != [1] * len(self._layers)
            or len(self._hashes) != len(self.columns)
            or nodes(embed, "staticvectors")
        ):
            raise UnknownShape
        self._mix = np.random.default_rng(len(self.columns)).integers(1 << 63, size=len(self.columns), dtype=np.uint64)
        self._mix |= np.uint64(1)
        self._rows: dict[int, int] = {}
        self._words: Floats = np.zeros((_KNOWN_WORDS, first.width), np.float32)

    def __call__(self, features: Ids, lengths: Sequence[int]) -> Floats:
        """The vectors of all tokens of a batch.

        Args:
            features: of each token the attributes that :attr:`columns` names.
            lengths: how many tokens each paragraph has. None sees what stands in another.
        """
        width, pad, count = self._first.width, self._pad, len(features)
        # Rows of noughts before, between and after the paragraphs, and one more at each end for the window.
        rows = np.zeros((count + pad * (len(lengths) + 1) + 2, width), np.float32)
        places = np.arange(count) + np.repeat(np.arange(1, len(lengths) + 1) * pad + 1, lengths)
        rows[places] = self._embedded(features)
        inner = rows[1:-1]
        windows = np.lib.stride_tricks.as_strided(rows, (len(inner), 3 * width), rows.strides, writeable=False)
        seen = np.empty(windows.shape, np.float32)
        for layer in self._layers:
            np.copyto(seen, windows)
            inner += layer(seen)
        return rows[places]

    def _embedded(self, features: Ids) -> Floats:
        """Of each token its word's own vector."""
        keys, first, which = np.unique(
            (features * self._mix).sum(axis=1, dtype=np.uint64), return_index=True, return_inverse=True
        )
        if len(self._rows) + len(keys) > len(self._words):
            self._rows.clear()
            if len(keys) > len(self._words):
                return self._fresh(features)
        known = self._rows
        rows = np.array([known.get(key, -1) for key in keys.tolist()], np.intp)
        new = np.flatnonzero(rows < 0)
        if len(new):
            rows[new] = np.arange(len(known), len(known) + len(new))
            self._words[rows[new]] = self._fresh(features[first[new]])
            known.update(zip(keys[new].tolist(), rows[new].tolist(), strict=True))
        return self._words[rows[which]]

    def _fresh(self, features: Ids) -> Floats:
        parts = []
        for node in self._hashes:
            table = node.get_param("E")
            ids = np.ascontiguousarray(features[:, node.attrs["column"]])
            parts.append(node.ops.gather_add(table, node.ops.hash(ids, node.attrs["seed"]) % table.shape[0]))
        return self._first(np.concatenate(parts, axis=1))
