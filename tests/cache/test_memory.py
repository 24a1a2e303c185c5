"""Values kept in the process: the ones used last, up to a weight."""

from threading import Thread

from discrepancy.cache import Memory


def test_what_was_put_is_there() -> None:
    memory: Memory[str, int] = Memory(3)
    memory.put("a", 1)
    assert (memory.get("a"), memory.get("b")) == (1, None)


def test_what_was_longest_unused_goes_first() -> None:
    memory: Memory[str, int] = Memory(2)
    memory.put("a", 1)
    memory.put("b", 2)
    memory.get("a")
    memory.put("c", 3)
    assert [memory.get(key) for key in "abc"] == [1, None, 3]


def test_the_weight_is_bounded_whatever_is_put() -> None:
    memory: Memory[str, str] = Memory(10)
    memory.put("whale", "too heavy", 11)
    assert len(memory) == 0
    memory.put("a", "six", 6)
    memory.put("a", "four", 4)
    memory.put("b", "six", 6)
    assert (memory.get("a"), memory.get("b")) == ("four", "six")
    memory.put("c", "ten", 10)
    assert (len(memory), memory.get("c")) == (1, "ten")
    memory.put("c", "too heavy now", 11)
    assert memory.get("c") is None, "what was put last holds, or nothing"


def test_threads_may_share_one() -> None:
    memory: Memory[int, int] = Memory(50)

    def use(first: int) -> None:
        for key in range(first, first + 2_000):
            memory.put(key % 70, key % 70)
            assert memory.get(key % 70) in {key % 70, None}

    threads = [Thread(target=use, args=(first,)) for first in (0, 13, 35)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(memory) == 50
