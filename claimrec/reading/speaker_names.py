"""Names of people and outlets that no lexicon knows, told by their capitals beside words of saying."""

from __future__ import annotations

from claimrec.reading.numerals import is_close
from claimrec.reading.parsed import Parsed
from claimrec.reading.sentences import Sentence

ASIDE_REACH = 20
"""Tokens of an aside between a name and the verb of saying."""
BRACKETS = 9
"""Tokens of brackets between a name and the verb of saying."""
INITIALS = 4
"""Letters that a short title or initials before a stop have ("Mr.", "J."); names in capitals are longer cries."""
AND_REACH = 2
"""Tokens from the "of" to the "and" of such a name as "Ministry of Health and Environment"."""
POSSESSIVE = "'s"


def name_before(parsed: Parsed, sentence: Sentence, verb: int) -> tuple[int, int]:
    """The tokens of the name before a verb, an aside between: "Harbour Wire reported", "K. Testov, a guard, said"."""
    end = end_of_subject(parsed, sentence, verb)
    if end > sentence.first and parsed.tokens[end - 1] == ")":
        end = before_brackets(parsed, sentence, end)
    elif end > sentence.first and parsed.tokens[end - 1] == ",":
        end = _before_aside(parsed, sentence, end - 1)
    return _name_that_ends(parsed, sentence, end)


def end_of_subject(parsed: Parsed, sentence: Sentence, verb: int) -> int:
    """Where the subject of a verb ends, before auxiliaries, adverbs and a time: "K. Testov on Monday also said"."""
    end = before_time(parsed, sentence, verb)
    lists, others = parsed.lists, parsed.speech.word_sets["before_verb"]
    while end > sentence.first:
        here = lists[end - 1]
        if "have" not in here and "adverbs" not in here and parsed.tokens.lower[end - 1] not in others:
            break
        end -= 1
    return end


def _name_that_ends(parsed: Parsed, sentence: Sentence, end: int) -> tuple[int, int]:
    first = end
    while first > sentence.first and (is_of_name(parsed, first - 1) or _is_inside(parsed, first - 1)):
        first -= 1
    while first < end and not _begins_name(parsed, first):
        first += 1
    return first, end


def name_behind(parsed: Parsed, sentence_end: int, place: int) -> tuple[int, int]:
    """The tokens of the name that begins at token `place`: "said Karim Testov, who", "the group Harbour Watch said"."""
    end = place
    while end < sentence_end and is_of_name(parsed, end):
        end += 1
    return place, end


def names_somebody(parsed: Parsed, first: int, end: int) -> bool:
    """Is it more than words for speakers ("Medical Sources"), and no place ("in Syria", "in the United States")?"""
    lower = parsed.tokens.lower
    if first == end or (first and parsed.speech.is_in(lower[first - 1], "before_place")):
        return False
    behind_article = first > 1 and parsed.grammar.is_in(lower[first - 1], "article")
    if behind_article and parsed.speech.is_in(lower[first - 2], "inside_place"):
        return False
    words = lower[first:end]
    return not all(parsed.speech.is_in(word, "unnamed") for word in words)


def before_time(parsed: Parsed, sentence: Sentence, verb: int) -> int:
    """As in "candidates on Monday said": where the time between a subject and its verb begins; `verb` without one."""
    time = parsed.times.last_before(verb)
    if time is None or time.end != verb or time.first <= sentence.first:
        return verb
    return time.first - parsed.speech.is_in(parsed.tokens.lower[time.first - 1], "before_day")


def before_brackets(parsed: Parsed, sentence: Sentence, end: int) -> int:
    """Where those words end that the brackets closed before token `end` say more of: "K. Testov (D-Ill.) said"."""
    opening = (n for n in range(end - 2, max(sentence.first, end - BRACKETS), -1) if parsed.tokens[n] == "(")
    return next(opening, end)


def _before_aside(parsed: Parsed, sentence: Sentence, closing: int) -> int:
    """Where a name ends that the aside before the comma `closing` says more of; `closing` where none does."""
    for place in range(closing - 1, max(sentence.first, closing - ASIDE_REACH) - 1, -1):
        if parsed.tokens[place] == "," and is_of_name(parsed, place - 1) and _opens_aside(parsed, place + 1):
            return place
    return closing


def _opens_aside(parsed: Parsed, place: int) -> bool:
    """As in "K. Testov, a guard", "K. Testov, Anna's father": no other name begins here, but for its possessive."""
    return not is_of_name(parsed, place) or parsed.tokens.lower[place + 1] == POSSESSIVE


def is_of_name(parsed: Parsed, place: int) -> bool:
    """Can the token be a part of a name: a capital, an initial's stop, "bin", the end of "Prom-in", of "M23"?"""
    tokens = parsed.tokens
    text = tokens[place]
    if text[0].isupper():
        return len(text) <= INITIALS or not text.isupper() or place in parsed.actors or place in parsed.sources
    if text == "-" and place and tokens[place - 1][0].isupper():
        return is_close(tokens, place) and is_close(tokens, place + 1)
    if text in ".-" and place:
        return len(tokens[place - 1]) < INITIALS
    if place > 1 and text.isalnum() and is_close(tokens, place):
        return tokens[place - 1 - (tokens[place - 1] == "-")][0].isupper()
    return parsed.speech.is_in(text, "name_links")


def _is_inside(parsed: Parsed, place: int) -> bool:
    """As in "Ministry of Public Health": is it "of" between two words of one name, the first an organisation's noun?"""
    if place == 0:
        return False
    if parsed.tokens.lower[place] == "and" and place > AND_REACH:  # "Ministry of Health and Environment"
        return parsed.tokens[place - 1][0].isupper() and _is_inside(parsed, place - AND_REACH)
    if not parsed.speech.is_in(parsed.tokens.lower[place], "inside_name"):
        return False
    before = parsed.tokens[place - 1]
    behind = parsed.tokens[place + 1]
    named = before[0].isupper() and behind[0].isupper() and not parsed.speech.is_in(behind.lower(), "no_names")
    return named and parsed.speech.is_in(before.lower(), "offices")


def _begins_name(parsed: Parsed, place: int) -> bool:
    """Is the token no sign, title, or word such as "On" or "Monday" that begins a sentence?"""
    return parsed.tokens[place] not in ".-" and not parsed.speech.is_in(parsed.tokens.lower[place], "no_names")
