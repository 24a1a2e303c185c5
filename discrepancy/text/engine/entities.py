"""Entities by the model's own weights, decided for all words at once.

spaCy asks each of its 74 moves at every word whether it is open, one word after the other. Outside an entity the scores
depend on the word alone, so all of them are one matrix product; within one, two moves are open, to go on or to end.
The rules of what is open are those of ``spacy/pipeline/_parser_internals/ner.pyx``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from discrepancy.text.engine.network import Floats, Ids, Surroundings, UnknownShape

__all__ = ["Entities"]

Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.intp]

_FEATURES: Final = 3
"""The word, the first one of the open entity, the word before."""
_NEVER: Final = np.float32(-np.inf)


class Entities:
    """spaCy's entity recogniser, its ``ner`` component, over paragraphs without any entity yet."""

    def __init__(self, ner: Any) -> None:  # noqa: ANN401 - spaCy's components have no types
        model = ner.model
        tokens, lower, upper = (model.get_ref(name) for name in ("tok2vec", "lower", "upper"))
        if ner.cfg["beam_width"] != 1 or model.attrs["unseen_classes"] or not model.attrs["has_upper"]:
            raise UnknownShape
        reader, _, narrow = tokens.layers
        self.surroundings = Surroundings(reader)
        self._narrow, self._narrow_bias = narrow.get_param("W").T, narrow.get_param("b")
        weights, pad, bias = (lower.get_param(name) for name in ("W", "pad", "b"))
        if weights.shape[0] != _FEATURES:
            raise UnknownShape
        inputs = weights.shape[-1]
        # The two pieces of every hidden unit lie one after the other: (feature, input, piece * unit).
        self._lower = weights.transpose(0, 3, 2, 1).reshape(_FEATURES, inputs, -1).copy()
        pads = pad[0].transpose(0, 2, 1).reshape(_FEATURES, -1)
        self._bias = bias.T.reshape(-1)
        self._outside = pads[1] + pads[2] + self._bias
        self._units: int = weights.shape[1]
        self._pieces: int = weights.shape[2]
        self._upper, self._upper_bias = upper.get_param("W"), upper.get_param("b")
        self._read_moves([ner.moves.get_class_name(place) for place in range(ner.moves.n_moves)])

    def _read_moves(self, names: Sequence[str]) -> None:
        places = {name: place for place, name in enumerate(names)}
        # The move "U-", without a label, is only for words that were said to be in no entity.
        moves = [name for name in names if name == "O" or (name[:2] in {"B-", "U-"} and name[2:])]
        self._fresh_moves = [places[name] for name in moves]
        self._begins = np.array([name.startswith("B-") for name in moves])
        self._units_alone = np.array([name.startswith("U-") for name in moves])
        self._labels = np.array([name[2:] for name in moves], dtype=object)
        self._on = np.array([places.get(f"I-{label}", 0) for label in self._labels], np.intp)
        self._off = np.array([places.get(f"L-{label}", 0) for label in self._labels], np.intp)
        ordered = all(places[f"I-{name[2:]}"] < places[f"L-{name[2:]}"] for name in moves if name != "O")
        if "O" not in places or not ordered:
            raise UnknownShape

    def __call__(self, features: Ids, lengths: Sequence[int], starts: Flags, spaces: Flags) -> list[str]:
        """The label of each token's entity, empty where it is part of none.

        Args:
            features: of each token of a batch what the network reads of it.
            lengths: how many tokens each paragraph has.
            starts: whether a token begins a sentence: no entity reaches over it.
            spaces: whether a token is white space: no entity begins with it.
        """
        vectors = self.surroundings(features, lengths) @ self._narrow
        vectors += self._narrow_bias
        words = vectors @ self._lower[0]
        hidden = self._largest(words + self._outside)
        scores = hidden @ self._upper[self._fresh_moves].T
        scores += self._upper_bias[self._fresh_moves]
        ends = np.zeros(len(starts), bool)
        ends[np.cumsum(lengths) - 1] = True
        closed = ends.copy()  # the entity can not go on to the next word
        closed[:-1] |= starts[1:]
        scores[np.ix_(closed | spaces, self._begins)] = _NEVER
        scores[np.ix_(spaces, self._units_alone)] = _NEVER
        best = scores.argmax(axis=1)
        return self._told(best, self._lasts(best, vectors, words, closed))

    def _largest(self, pieces: Floats) -> Floats:
        found = pieces[:, : self._units]
        for each in range(1, self._pieces):
            found = np.maximum(found, pieces[:, each * self._units : (each + 1) * self._units])
        return found

    def _lasts(self, best: Places, vectors: Floats, words: Floats, closed: Flags) -> dict[int, int]:
        """For each word that may begin an entity of several, where that entity ends."""
        firsts = np.flatnonzero(self._begins[best])
        lasts: dict[int, int] = {}
        places, moves = firsts + 1, best[firsts]
        of_first = vectors[firsts] @ self._lower[1] + self._bias
        while len(firsts):
            hidden = self._largest(words[places] + vectors[places - 1] @ self._lower[2] + of_first)
            on, off = (
                np.einsum("ij,ij->i", hidden, self._upper[which[moves]]) + self._upper_bias[which[moves]]
                for which in (self._on, self._off)
            )
            over = closed[places] | (off > on)
            lasts.update(zip(firsts[over].tolist(), places[over].tolist(), strict=True))
            firsts, places, moves, of_first = firsts[~over], places[~over] + 1, moves[~over], of_first[~over]
        return lasts

    def _told(self, best: Places, lasts: dict[int, int]) -> list[str]:
        labels = [""] * len(best)
        after = 0
        for place in np.flatnonzero(self._begins[best] | self._units_alone[best]).tolist():
            if place < after:
                continue  # within an entity that began before
            after = lasts.get(place, place) + 1
            labels[place:after] = [self._labels[best[place]]] * (after - place)
        return labels
