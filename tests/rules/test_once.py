"""What is worked out once for each story."""

from discrepancy.model import Story
from discrepancy.rules.once import once


def test_each_story_is_looked_at_once() -> None:
    asked: list[int] = []

    @once
    def look(story: Story) -> int:
        asked.append(len(story.documents))
        return len(asked)

    first, second = (Story(documents=(), facts=(), people=(), groups=()) for _ in range(2))
    assert [look(first), look(first), look(second), look(first)] == [1, 1, 2, 1]
    assert asked == [0, 0]
