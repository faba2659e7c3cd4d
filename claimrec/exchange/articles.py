"""Articles from files: JSON Lines, a folder of texts with front matter, or both."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any

import attrs

from claimrec.errors import ClaimrecError, FormatError
from claimrec.exchange.jsonl import decoded, line_of, numbered_lines, object_in, write_lines
from claimrec.exchange.keys import Keys
from claimrec.records.article import Article
from claimrec.records.unread import Unread

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n")
_CLOSING = re.compile(r"^---[ \t]*(?:\r?\n|\Z)", re.MULTILINE)


@attrs.frozen
class Articles:
    """The articles of a file or folder, in order, and what of it was left out."""

    articles: tuple[Article, ...]
    unread: tuple[Unread, ...] = ()

    def __iter__(self) -> Iterator[Article]:
        return iter(self.articles)

    def __len__(self) -> int:
        return len(self.articles)


def read_articles(path: str | Path) -> Articles:
    """Every article of a `.jsonl` file, a `.txt` file, or a folder of both.

    What cannot be read is in `unread`, with file, line and reason. Of articles with the same id and content the first
    stands; a second article with the id of another is left out. Markdown and hidden files of a folder are taken for
    notes about it. A path that is not there raises FileNotFoundError.
    """
    shelf = _Shelf()
    for file in _files_of(Path(path)):
        try:
            shelf.add_file(file)
        except (OSError, ClaimrecError) as error:
            reason = error.strerror if isinstance(error, OSError) else str(error)
            shelf.unread.append(Unread(str(reason), file=str(file)))
    return Articles(tuple(shelf.articles.values()), tuple(shelf.unread))


def write_articles(articles: Iterable[Article], path: str | Path) -> None:
    """Writes articles as JSON Lines, one a line."""
    write_lines(map(article_line, articles), path)


def article_line(article: Article) -> str:
    """One line of JSON with what is known of the article.

    >>> print(article_line(Article("a1", "Two killed.", publisher="Agency A")))
    {"format": "claimrec/1", "id": "a1", "publisher": "Agency A", "text": "Two killed."}
    """
    values: dict[str, Any] = {
        "id": article.id,
        "publisher": article.publisher,
        "published": article.published.isoformat() if article.published else None,
        "title": article.title or None,
        "text": article.text,
        "url": article.url,
        "language": article.language,
    }
    return line_of({key: value for key, value in values.items() if value is not None})


def _files_of(path: Path) -> Iterable[Path]:
    if not path.is_dir():
        path.stat()  # says what is wrong with a path that is not there
        return [path]
    inside = sorted(path.rglob("*"), key=lambda file: file.relative_to(path).parts)
    return [file for file in inside if not (file.is_dir() or _is_note(file.relative_to(path)))]


def _is_note(file: Path) -> bool:
    return file.suffix.lower() == ".md" or any(part.startswith(".") for part in file.parts)


class _Shelf:
    """The articles taken in so far, by id, and where each stood."""

    def __init__(self) -> None:
        self.articles: dict[str, Article] = {}
        self.unread: list[Unread] = []
        self._places: dict[Article, str] = {}

    def add_file(self, file: Path) -> None:
        """Takes in whatever the file holds; raises what makes the whole file unreadable."""
        if file.suffix.lower() == ".txt":
            self._add(*_text_article(file), place=str(file))
        elif file.suffix.lower() == ".jsonl":
            with file.open("rb") as lines:
                for number, line in numbered_lines(lines):
                    try:
                        self._add(_article_of(object_in(line)), place=f"{file}, line {number}")
                    except ClaimrecError as error:
                        self.unread.append(Unread(str(error), file=str(file), line=number))
            if not file.stat().st_size:
                raise FormatError("the file is empty")
        else:
            raise FormatError("neither .txt nor .jsonl")

    def _add(self, article: Article, stem: str | None = None, *, place: str) -> None:
        content = attrs.evolve(article, id="any")
        key = content if stem else article
        if key in self._places:
            raise FormatError(f"a duplicate: the same article as {self._places[key]}")
        if stem and stem not in self.articles:
            article = attrs.evolve(article, id=stem)
        if article.id in self.articles:
            other = self._places[self.articles[article.id]]
            raise FormatError(f"its id {article.id!r} is that of another article, in {other}")
        self.articles[article.id] = article
        self._places[article] = place
        self._places.setdefault(content, place)


def _text_article(file: Path) -> tuple[Article, str | None]:
    """The article of a `.txt` file, and the stem that names it where its front matter does not."""
    content = file.read_bytes()
    if not content:
        raise FormatError("the file is empty")
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise FormatError("not UTF-8 but UTF-16: save it as UTF-8")
    front, text = _front_matter(decoded(content.removeprefix(codecs.BOM_UTF8)))
    article = _article_of(Keys({**front, "text": text}))
    return article, None if "id" in front else file.stem


def _front_matter(content: str) -> tuple[dict[str, str], str]:
    """The `key: value` lines between two lines `---`, and the text after them, untouched."""
    opening = _FRONT_MATTER.match(content)
    if not opening:
        return {}, content
    closing = _CLOSING.search(content, opening.end())
    if not closing:
        raise FormatError("front matter begins at line 1 and has no closing line ---")
    front: dict[str, str] = {}
    for number, line in enumerate(content[opening.end() : closing.start()].split("\n"), start=2):
        key, colon, value = line.partition(":")
        if line.strip() and not colon:
            raise FormatError(f"line {number} of the front matter should be 'key: value'")
        if value.strip():
            front[key.strip()] = value.strip()
    return front, content[closing.end() :]


def _article_of(keys: Keys) -> Article:
    """The article that JSON or front matter describes."""
    text = keys.needed("text", keys.text)
    if not text.strip():
        raise FormatError("it has no text")
    publisher, published = keys.text("publisher"), keys.time("published")
    said = repr((publisher, str(published), text)).encode()
    return Article(
        keys.text("id") or blake2b(said, digest_size=8).hexdigest(),
        text,
        publisher=publisher,
        published=published,
        title=keys.text("title") or "",
        url=keys.text("url"),
        language=keys.text("language"),
    )
