"""Lists of kin: "a mother and her three children" is one claim of four, with the groups that it names as parts.

Source: Untold's labelling guide; monitors count a family as one line.
"""

from untold.claims.reading.draft import Draft
from untold.claims.reading.groups import Group
from untold.codebook.counts import Count


def joined_kin(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with each list of kin made one whole, its members with a demographic kept as parts."""
    found: list[Draft] = []
    index = 0
    while index < len(drafts):
        run = _run(drafts, index)
        if len(run) > 1:
            found.extend(_whole(run))
        else:
            found.append(drafts[index])
        index += len(run)
    return found


def _run(drafts: list[Draft], index: int) -> list[Draft]:
    """Return the drafts from `index` that one list of kin holds; just the first where it is none."""
    first = drafts[index]
    run = [first]
    for draft in drafts[index + 1 :]:
        if (
            draft.phrase is not first.phrase
            or draft.harm != first.harm
            or draft.at != first.at
            or not _adjoins(run[-1], draft)
        ):
            break
        if _is_another(draft) and any(one.group.possessive for one in run):
            break  # "as well as another child": not of the family
        run.append(draft)
    family = any(
        draft.group.possessive
        and (draft.group.kin or draft.group.demographic == "children" or run[0].count.stated == 1)
        for draft in run[1:]
    )
    return _family(run) if family or (len(run) > 1 and _are_single(run)) else [first]


def _is_another(draft: Draft) -> bool:
    return draft.group.others or draft.phrase.tokens[draft.group.start].word.endswith("another")


def _are_single(run: list[Draft]) -> bool:
    """Tell whether a list names single persons by what they are: "a man and a woman", "a woman and a child"."""
    return all(
        draft.group.article and draft.group.demographic is not None and draft.group.status == run[0].group.status
        for draft in run
    )


def _family(run: list[Draft]) -> list[Draft]:
    """Return the run from the person whose kin it lists; groups before that one stand for themselves."""
    first = next((index for index, draft in enumerate(run) if draft.group.possessive and index), 1)
    return run if first == 1 or _are_single(run[:first]) else run[:1]


def _adjoins(before: Draft, draft: Draft) -> bool:
    between = draft.phrase.tokens[before.group.end : draft.group.start]
    return all(
        token.word
        in (",", "and", "as", "well", "along", "with", "together", "as well as", "along with", "together with")
        for token in between
    )


def _whole(run: list[Draft]) -> list[Draft]:
    first, last = run[0], run[-1]
    low = _sum([draft.count.low for draft in run])
    exact = all(draft.count.qualifier == "exact" for draft in run)
    if low is None or not exact:
        return run
    group = Group(
        Count.exactly(low), first.group.start, last.group.end, last.group.end, head=first.group.head, kin=True
    )
    whole = Draft(
        first.phrase, group, group.count, first.harm, "kin_list", first.trigger, first.at, active=first.active
    )
    statuses = {draft.group.status for draft in run if draft.group.status}
    if len(statuses) == 1:
        group.status = statuses.pop()
        group.status_at = next(draft.group.status_at for draft in run if draft.group.status)
    if first.part_of is not None:  # "six civilians including a woman and her four children"
        whole.part_of = first.part_of
        whole.show("part_of", *first.evidence.get("part_of", ()))
    parts = [draft for draft in run if draft.group.demographic is not None]
    for part in parts:
        part.part_of = whole
        part.show("part_of", whole.count_span)
    return [whole, *parts]


def _sum(numbers: list[int | None]) -> int | None:
    total = 0
    for number in numbers:
        if number is None:
            return None
        total += number
    return total
