"""The province that a report is about."""

import datetime
from collections import Counter
from collections.abc import Sequence

from vnreports.page import Page
from vnreports.records import Place
from vnreports.register import REFORM, unit_with_code
from vnreports.resolve.places import EVE, successor_codes
from vnreports.rules import Pattern

# an office or area of the report's own province, whose name is left out: *UBND tỉnh*, *Bí thư Thành ủy*, *toàn tỉnh*
_OWN = Pattern(
    r"(?:(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Công an) (?:tỉnh|thành phố|TP|Thành phố)|(?:Tỉnh|Thành) ủy)"
    r"(?! \p{Lu}\p{Ll}*+ ?(?!\p{Lu}\p{Ll}+ \p{Lu}))|(?:toàn|trong|địa bàn) (?:tỉnh|thành phố)(?! \p{Lu})"
)
# where somebody comes from: quê quán Nam Định,
# or which province this one was merged with: sau khi hợp nhất với Tiền Giang
_ORIGIN = Pattern(
    r"(?<!\w)(?:(?:quê(?:\ quán)?|nguyên\ quán|sinh\ quán)(?:\ tại|\ ở)?:?|(?:hợp\ nhất|sáp\ nhập)\ với(?:\ tỉnh)?)\ $",
    plain=True,
)
_ORIGIN_ENDS = ("quê ", "quán ", ": ", "tại ", "ở ", "với ", "với tỉnh ")


def find_home(page: Page, places: Sequence[Place], *, on: datetime.date) -> Place | None:
    """The province that the report is about, or None where several or none fit; `on` is the day whose units are meant.

    A province that the report only implies, by naming its districts or communes, has no record: its `id` is empty.
    """
    title_end = next((zone.end for zone in page.zones if zone.kind == "title"), len(page.title or ""))
    weight: Counter[str] = Counter()
    titled: set[str] = set()
    for place in places:
        mentions = [mention for mention in place.mentions if not _is_origin(page, mention.start)]
        if place.province is not None and mentions:
            code = _province_on(place, on)
            weight[code] += len(mentions)
            if any(mention.start < title_end for mention in mentions):
                titled.add(code)
    if not weight:
        return None
    home, count = weight.most_common(1)[0]
    total = weight.total()
    if len(titled) == 1:
        home = titled.pop()
    elif not (count * 4 >= total * 3 and count > 2) and not (count * 2 > total and _OWN.search(page.text)):
        return None
    implied = _implied(home, on, places[0].doc)
    named = [place for place in places if place.level == "province" and place.code == home]
    # Tiền Giang had the code that Đồng Tháp has now
    same = (place for place in named if implied is None or place.name == implied.name)
    return next(same, None) or next(iter(named), implied)


def _is_origin(page: Page, start: int) -> bool:
    """Whether the place at `start` is told as where somebody comes from."""
    led = page.lower.endswith(_ORIGIN_ENDS, 0, start)
    return led and _ORIGIN.search(page.lower, max(0, start - 24), start) is not None


def _province_on(place: Place, on: datetime.date) -> str:
    """The code of the province on that day that the place lies in: today's for a district dissolved since."""
    old = unit_with_code(place.province or "", on=EVE)
    if on < REFORM or old is None or not place.current:
        return place.province or ""
    return successor_codes(old)[0]


def _implied(code: str, on: datetime.date, doc: str) -> Place | None:
    unit = unit_with_code(code, on=on)
    if unit is None:
        return None
    return Place(doc=doc, id="", rule="place/home", name=unit.name, level="province", code=code, province=code)
