"""The rule: one phenomenon of the language, as a pattern, a reader and its own examples.

A rule's examples stand beside it. An example with a tag (`đến hết <date first=2025-04-01>quý II/2025</date>`) must be
found, with those values; one without a tag is a look-alike that the rule must refuse. One test runs them all.
"""

import dataclasses
import functools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Generic, Protocol, TypeVar, cast

import msgspec
import regex

Value = TypeVar("Value")
Match_co = TypeVar("Match_co", covariant=True)
_METHODS = ("search", "match", "fullmatch", "finditer")
_LETTER = r"[^\W\d_]"
_LETTER_IN_SET = re.compile(r"\[(?:[^\]\\]|\\[^p])*\\p\{")


class _Method(Protocol[Match_co]):
    def __call__(self, string: str, pos: int = 0, endpos: int = ..., /) -> Match_co: ...


class Pattern:
    r"""A regular expression that is compiled when it is first used, so that importing its module costs nothing.

    A `plain` one is compiled by `re`, as some are searched for twice as fast so; of `\p{…}` and the like it may have
    `\p{L}` alone, outside of sets. `search`, `match`, `fullmatch` and `finditer` are those of the compiled expression:
    its text, and perhaps start and end.
    """

    search: _Method["regex.Match[str] | None"]
    match: _Method["regex.Match[str] | None"]
    fullmatch: _Method["regex.Match[str] | None"]
    finditer: _Method["Iterator[regex.Match[str]]"]

    def __init__(self, text: str, flags: int = 0, *, plain: bool = False) -> None:
        self.text = text
        self.flags = flags
        self.plain = plain

    def __getattr__(self, name: str) -> object:
        if name not in _METHODS:
            raise AttributeError(name)
        for method in _METHODS:  # found at once from now on, without a call of ours between
            setattr(self, method, getattr(self.compiled, method))
        return getattr(self, name)

    @functools.cached_property
    def compiled(self) -> "regex.Pattern[str]":
        """The compiled expression."""
        if self.plain:
            plain = re.compile(self.text.replace(r"\p{L}", _LETTER), self.flags)
            return cast("regex.Pattern[str]", plain)  # the same methods, all that is used
        return regex.compile(self.text, self.flags)


@dataclasses.dataclass(frozen=True)
class Rule(Generic[Value]):
    r"""A named pattern with the reader of its matches.

    `pattern` is verbose (`regex.VERBOSE`: a blank is written `\ `) and is matched against folded, lower-case text.
    `read` turns a match into a value, or None to refuse it. Where the pattern has a group `span`, that group is the
    span found, else the whole match. `parts` are the named parts that `{part}` in the pattern stands for.

    Two hints save time and change nothing. A text with none of the words of `needs` (where there are any) is not
    searched: each match holds one of them. `starts` are the words with which a match may begin, for a caller who knows
    where they stand.
    """

    name: str
    pattern: str
    read: Callable[["regex.Match[str]"], Value | None]
    examples: tuple[str, ...]
    parts: Mapping[str, str] = dataclasses.field(default_factory=dict, compare=False)
    needs: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()

    @functools.cached_property
    def compiled(self) -> "regex.Pattern[str]":
        """The compiled pattern, made when it is first needed; by `re` where it can, which is the faster of the two."""
        return _compile_fast(compose(self.pattern, self.parts))

    def find(self, text: str, *, at: Iterable[int] | None = None) -> Iterator["Found[Value]"]:
        """What this rule finds in `text` (folded, lower case), in text order: anywhere, or at these offsets."""
        if self.needs and not any(word in text for word in self.needs):
            return
        for match in self.compiled.finditer(text) if at is None else match_at(self.compiled, text, at):
            value = self.read(match)
            if value is not None:
                start, end = match.span("span") if "span" in self.compiled.groupindex else match.span()
                yield Found(start, end, value, self.name)


def _compile_fast(text: str) -> "regex.Pattern[str]":
    """A verbose pattern compiled by `re`, or by `regex` where it asks for more than `re` has."""
    if _LETTER_IN_SET.search(text) is None:
        try:
            return cast("regex.Pattern[str]", re.compile(text.replace(r"\p{L}", _LETTER), re.VERBOSE))
        except re.error:  # a look-behind of several widths, one name for two groups, \p{Lu}
            pass
    return regex.compile(text, regex.VERBOSE)


class Found(msgspec.Struct, Generic[Value], frozen=True):
    """A value at a place in the text, with the name of the rule that read it."""

    start: int
    end: int
    value: Value
    rule: str


def match_at(
    pattern: "regex.Pattern[str] | Pattern", text: str, offsets: Iterable[int]
) -> Iterator["regex.Match[str]"]:
    """What `pattern.finditer(text)` gives where every match begins at one of the offsets, which are sorted."""
    end = 0
    for start in offsets:
        if start >= end and (match := pattern.match(text, start)) is not None:
            end = match.end()
            yield match


def match_until(pattern: Pattern, text: str, offsets: Iterable[int], until: int) -> Iterator["regex.Match[str]"]:
    """What `match_at` gives in a text that ends at `until`."""
    end = 0
    for start in offsets:
        if start >= end and (match := pattern.match(text, start, until)) is not None:
            end = match.end()
            yield match


def find_strings(text: str, strings: Iterable[str], start: int = 0, end: int | None = None) -> list[int]:
    """The offsets, sorted, at which one of the strings begins that lie in [start, end), or in all of the text.

    For few and rare strings it is faster than a pattern.

    >>> find_strings("tổ, số 3", ("s", "số ")), find_strings("tổ, số 3", ("t", "s"), 1)
    ([4, 4], [4])
    """
    offsets: list[int] = []
    for string in strings:
        offset = text.find(string, start, end)
        while offset >= 0:
            offsets.append(offset)
            offset = text.find(string, offset + 1, end)
    return sorted(offsets)


def compose(pattern: str, parts: Mapping[str, str]) -> str:
    """The pattern with each `{part}` replaced by its definition; `{2}` and `{1,3}` stay repetitions.

    >>> compose(r"quý {quarter}", {"quarter": "(?:[1-4]|i{1,3}|iv)"})
    'quý (?:[1-4]|i{1,3}|iv)'
    """
    return regex.sub(r"\{([a-z_]+)\}", lambda match: parts[match[1]], pattern)


def is_in_closed_bracket(lower: str, end: int, before: int) -> bool:
    """Whether what ends at `end` stands in a bracket that is closed before another offset.

    >>> is_in_closed_bracket("9 (4 nam, 5 nữ), gồm 3", 8, 21)
    True
    """
    closing = lower.find(")", end, before)
    return closing >= 0 and lower.find("(", end, closing) < 0
