"""How far a loosely said count may be out."""

from __future__ import annotations

import attrs

from claimrec.errors import CountError
from claimrec.values.count import Count


@attrs.frozen
class Slack:
    """What a loosely said count may be out by: its bounds in percent, then whole people.

    Slack that would narrow a count raises CountError.

    >>> Slack(low_percent=80, high_percent=120).loosened(Count(18, 22))
    Count(low=14, high=27)
    """

    low_percent: int = 100
    high_percent: int = 100
    low_step: int = 0
    high_step: int = 0

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.low_percent <= 100 <= self.high_percent:
            raise CountError(
                f"slack runs from at most 100 percent to at least 100, not from {self.low_percent} to "
                f"{self.high_percent}"
            )
        if self.low_step < 0 or self.high_step < 0:
            raise CountError(f"steps of slack are whole people, not {self.low_step} and {self.high_step}")

    def loosened(self, count: Count) -> Count:
        """The wider count."""
        if self is NO_SLACK:
            return count
        low = max(0, count.low * self.low_percent // 100 - self.low_step)
        if count.high is None:
            return Count.at_least(low)
        return Count(low, -(-count.high * self.high_percent // 100) + self.high_step)


NO_SLACK = Slack()
"""The count as it stands."""
