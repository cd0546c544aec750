"""The claims: each amount with what it counts and how it stands to the rest of the report."""

from collections.abc import Sequence

from vnreports.extract.amounts import Amount
from vnreports.page import Page
from vnreports.records import Claim, Date, Official, Place, Status, Topic
from vnreports.resolve.attributions import Attribution, attribute
from vnreports.resolve.change import Change
from vnreports.resolve.changes import read_changes
from vnreports.resolve.level_words import LEVELS_OPEN
from vnreports.resolve.links import OF_WHICH_OPENS, Relations
from vnreports.resolve.relations import RISES_FROM, resolve_relations
from vnreports.resolve.setting import BySentence, read_setting
from vnreports.resolve.speakers import VERBS_OPEN
from vnreports.resolve.status_cues import CUES_OPEN
from vnreports.resolve.topics_together import read_topics

_OPENERS = CUES_OPEN | LEVELS_OPEN | OF_WHICH_OPENS | VERBS_OPEN


def resolve_claims(
    amounts: Sequence[Amount],
    page: Page,
    *,
    dates: Sequence[Date],
    places: Sequence[Place],
    officials: Sequence[Official],
    home: Place | None,
    doc: str,
) -> list[Claim]:
    """The claim records of the page in text order, numbered c1, c2, …"""
    if not amounts:
        return []
    openers = BySentence(lambda sentence: page.syllables.within(*sentence, _OPENERS))
    setting = read_setting(
        page,
        openers=openers,
        amounts=[(a.start, a.end) for a in amounts],
        dates=dates,
        places=places,
        officials=officials,
        home=home,
    )
    relations = resolve_relations(amounts, page, openers)
    attributions = attribute(amounts, setting, dates, relations=relations)
    changes = read_changes(amounts, page, relations)
    topics = read_topics(amounts, page, relations)
    return [
        _make_claim(
            doc,
            page,
            index,
            amount,
            attributions[index],
            _status_of(attributions, index, relations, page.lower[max(0, amount.start - 16) : amount.start]),
            changes[index],
            topics[index],
            relations,
        )
        for index, amount in enumerate(amounts)
    ]


def _status_of(attributions: Sequence[Attribution], index: int, relations: Relations, led_by: str) -> Status:
    """The status that words tell of an amount, else that of the amount of which it is a share or a part.

    What a percentage restates is how much of a plan was done: *xong 816 căn, đạt 68%*. What a plan starts from is
    there: *đề xuất nâng từ 900 đồng lên 3.000 đồng*.
    """
    if index in relations.was.values() and RISES_FROM.search(led_by):
        return "actual"
    part_of = None if index in relations.share_of.values() else relations.part_of.get(index)
    base = relations.share_of.get(index, part_of)
    inherited = attributions[base].status if base is not None else None
    return attributions[index].status or inherited or "actual"


def _make_claim(
    doc: str,
    page: Page,
    index: int,
    amount: Amount,
    attribution: Attribution,
    status: Status,
    change: Change,
    topic: Topic,
    relations: Relations,
) -> Claim:
    quantity = amount.quantity
    return Claim(
        doc=doc,
        id=f"c{index + 1}",
        rule=f"claim/{amount.rule}",
        start=amount.start,
        end=amount.end,
        text=page.text[amount.start : amount.end],
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        total=quantity.total,
        dimension=amount.dimension,
        unit=amount.unit,
        modifier=amount.modifier,
        what=amount.what,
        topic=topic,
        direction=change.direction,
        difference=change.difference,
        status=status,
        source=attribution.source,
        place=attribution.place,
        date=attribution.date,
        was=_id(relations.was.get(index)),
        part_of=_id(relations.part_of.get(index)),
        share_of=_id(relations.share_of.get(index)),
        precision=quantity.precision,
        sentence=amount.sentence,
    )


def _id(index: int | None) -> str | None:
    return None if index is None else f"c{index + 1}"
