"""What claimrec raises when input is broken. Disagreement between outlets is never an error."""

from __future__ import annotations


class ClaimrecError(Exception):
    """Base of every error that claimrec raises; each kind is also the builtin error a caller would expect."""


class CountError(ClaimrecError, ValueError):
    """Bounds or words that are no count of whole people."""


class WindowError(ClaimrecError, ValueError):
    """Days that are no window."""


class PlaceError(ClaimrecError, ValueError):
    """Coordinates that are no place on Earth."""


class UnitError(ClaimrecError, ValueError):
    """A quantity whose unit does not fit its use."""


class QuoteError(ClaimrecError, ValueError):
    """Offsets that do not cut the quoted words out of the text."""


class RecordError(ClaimrecError, ValueError):
    """A claim, toll or actor that contradicts itself."""


class LexiconError(ClaimrecError, ValueError):
    """A word list that cannot be read; the message names pack, file and entry."""


class RuleError(ClaimrecError, ValueError):
    """A matching rule that cannot be applied as written."""


class FormatError(ClaimrecError, ValueError):
    """A file that is not in the expected format; the message names file and line."""


class LanguageError(ClaimrecError, ValueError):
    """An article in a language that is not read."""
