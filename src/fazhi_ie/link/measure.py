"""Say what a number counts: the shortest phrase that lets the figure stand in a table.

Read from the text around the number, in this order:
1. a noun behind it (35个政府部门; 99%的事项可网上办理; 3次研究法治建设), with the verb in front when it is needed;
2. a rate, a share or a change before it (办结率98%; 占总数的43%; 同比增长12%), with what it is the rate of;
3. a noun before it (审查规范性文件52件), again with its verb;
4. what is left out because the sentence has said it: 收到申请52件，受理47件; 许可206项、其他292项.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from ..packs.patterns import LONGEST_MEASURE
from .behind import BehindReader
from .cells import barred_cell, stacked_cell
from .clauses import Masks, Slot
from .earlier import EarlierReader
from .phrases import (
    LEADING,
    LONG_NOUN,
    LONGEST,
    LONGEST_BETWEEN,
    TRAILING,
    after_long_list,
    change_start,
    joined,
    shortened,
)
from .predicate import Predicate, split_predicate
from .respective import LONGEST_RUN, shared_out
from .rules import MeasureRules
from .sessions import held_by, whose_session

SHORT_SUBJECT = 8
LONG_SUBJECT = 18
"""How long a subject may be that is told: longer for events, of which one asks who held them."""
LONG_AUDIENCE = 14
LONGEST_BARE_RATE = 4
SHORTEST_CARRIED = 4
LENGTH_OF_RATE = 3
"""办结率, 满意率: what is left without it is what the rates behind it are of."""
_ITEM = re.compile("[，；。：！？\n（）、]|和")
_LEADING = re.compile("[、和及]")
_PLAIN_LIST = re.compile("^[^“]*、")


@dataclass
class Thread:
    """What the sentence has said so far, for clauses that leave it out."""

    sentence: int = -1
    subject: str = ""
    verb: str = ""
    noun: str = ""
    measure: str = ""
    behind: str = ""
    before_change: str = field(default="")


class MeasureReader:
    """Reads the measures of one text, slot by slot, remembering the thread of the sentence."""

    def __init__(self, text: str, rules: MeasureRules, masks: Masks) -> None:
        self._text = text
        self._rules = rules
        self._masks = masks
        self._behind = BehindReader(text, rules, masks)
        self._earlier = EarlierReader(text, rules, masks)
        self._thread = Thread()
        self._part = self._listed = self._chained = False
        self._organ = self._part_verb = self._last_noun = ""
        self._shares: list[str] = []
        self._subject_limit = SHORT_SUBJECT
        self._last_number = 0
        self._has_table = "|" in text
        self.of_breakdown = False
        """Whether the last slot is a cell of a table that breaks one figure down by its columns."""

    def read(self, slot: Slot) -> str:
        """The measure of the next slot, in clean simplified characters."""
        if slot.sentence != self._thread.sentence:
            self._last_noun = self._noun_to_carry(slot)
            self._thread, self._shares = Thread(sentence=slot.sentence), []
        self._part = self._is_part(slot) or (self._part and not slot.opens)
        self._subject_limit = LONG_SUBJECT if self._is_event(slot) else SHORT_SUBJECT
        # 其中，纠错44件，纠错率12%: the rate is one of the whole, not of the part.
        whole = replace(self._thread) if self._part else self._thread
        if self._part:
            self._thread.verb = "" if slot.opens else self._part_verb
        measure = TRAILING.sub("", self._measure(slot)).lstrip(LEADING)
        if self._is_event(slot):
            measure = whose_session(self._text, slot, measure, self._last_number, self._rules.sessions)
        measure = measure[-LONGEST_MEASURE:]
        self._part_verb, self._thread = self._thread.verb, whole
        self._last_number = slot.quantity.end
        self._thread.measure = measure
        self._thread.behind = slot.right
        self._chained = bool(slot.shared)
        self._organ = self._behind.organ(slot)
        return measure

    def _noun_to_carry(self, slot: Slot) -> str:
        """The noun of the sentence before, if it is long enough to name something and no line ends between."""
        noun = self._thread.noun
        follows = self._text.find("\n", self._last_number, slot.sentence) < 0
        return noun if follows and len(noun) >= SHORTEST_CARRIED else ""

    def _is_event(self, slot: Slot) -> bool:
        return slot.quantity.unit in self._rules.event_units

    @property
    def _told_until(self) -> int:
        """Where the text begins that no number of the sentence has used yet."""
        return max(self._thread.sentence, self._last_number)

    @property
    def of_part(self) -> bool:
        """Whether the last slot is a part of a total (其中 …)."""
        return self._part

    def _is_part(self, slot: Slot) -> bool:
        before = self._text[max(0, slot.left_start - 3) : slot.left_start]
        return before == "其中，" or slot.left.startswith(self._rules.part)

    def _measure(self, slot: Slot) -> str:
        thread, rules = self._thread, self._rules
        if slot.quantity.role == "to" and thread.before_change:
            return thread.before_change
        cell = barred_cell(self._text, slot.quantity.start, rules.cells) if self._has_table else None
        self.of_breakdown = cell is not None and cell.of_breakdown
        if cell and cell.measure:
            return cell.measure
        left, start = self._own_left(slot)
        if slot.quantity.role == "from":
            noun = self._noun_before(left, start) if left else thread.measure
            thread.before_change = joined(noun, self._starting_value(slot))
            return thread.before_change
        if thread.measure and rules.compared.find(self._text, slot):
            return thread.measure
        if left:
            numbers = self._text[slot.quantity.start : slot.quantity.start + LONGEST_RUN]
            self._shares = shared_out(slot.left, left, numbers)
        if self._shares:
            return self._shares.pop(0)
        if slot.quantity.unit == "元" and (bought := self._behind.bought(slot, left)):
            return bought
        if behind := self._behind.noun(slot, left):
            return self._with_noun_behind(slot, left, start, behind)
        if not left:
            return self._nothing_before(slot)
        if rules.attribute.match(left):
            noun = thread.noun or self._earlier.object(slot.left_start, self._told_until)
            return noun[-LONG_NOUN:] + left
        said = rules.light_start.sub("", left) or left
        if rules.share_of.match(said) and rules.rate.fullmatch(said):
            return self._whole() + said
        if rules.rate.search(said):
            return self._rate(said, slot.left_start)
        if share := rules.share.search(left):
            return (left[: share.start()] or self._whole()) + left[share.start() :]
        if (alone := rules.share_alone.search(left)) and alone.start():
            return left + rules.noun(thread.noun)  # 全县26项事项中，“马上办”占57%
        if change := rules.change.search(left):
            return self._change(left, change.start(), slot)
        return self._acts_listed(slot, left, start) or self._noun_before(left, start, opens=slot.opens)

    def _starting_value(self, slot: Slot) -> str:
        """审批从法定办理时间20天: what 从 leads to may say what is measured."""
        words = self._rules.verbs.trim(slot.left[change_start(slot.left) + 1 :])
        return words if self._rules.attribute.search(words) else ""

    def _own_left(self, slot: Slot) -> tuple[str, int]:
        """The left text that belongs to this number, trimmed, and its offset."""
        raw, start = slot.left, slot.left_start
        if self._chained:
            return "", slot.quantity.start
        self._listed = bool(_LEADING.match(raw))
        if not slot.opens and self._thread.behind and (cut := self._end_of_item(raw, start)):
            raw, start, self._listed = raw[cut:], start + cut, True
        elif not slot.opens and self._organ and raw.startswith(self._organ):
            raw, start = raw[len(self._organ) :], start + len(self._organ)
        if slot.quantity.role == "from":
            raw = raw[: change_start(raw)]
        for words in self._rules.sums_up:
            rest = raw.rpartition(words)[2]
            raw, start = rest, start + len(raw) - len(rest)
        left = self._rules.verbs.trim(raw)
        return left, start + (raw.find(left) if left else len(raw))

    def _end_of_item(self, left: str, start: int) -> int:
        """Where the noun of the number before ends: behind the 、 or the 和 that leads to this number."""
        position = left.find("、")
        while position >= 0 and self._masks.cover(start + position):
            position = left.find("、", position + 1)
        if position >= 0:
            return position + 1
        return len(left) if TRAILING.search(left) else 0

    # 1. A noun behind the number

    def _with_noun_behind(self, slot: Slot, left: str, start: int, behind: str) -> str:
        thread, rules = self._thread, self._rules
        if rules.agent.search(slot.left) or (not left and rules.beneficiary.search(slot.left)):
            thread.noun = self._before_verb(slot, behind)
            return thread.noun
        if rules.attribute.fullmatch(behind) and thread.noun and not rules.attribute.search(thread.noun):
            return thread.noun + behind  # 发生事故9起，1人重伤
        said = self._without_light_verbs(behind)
        if self._behind.goes(slot) or (self._is_event(slot) and self._rules.verbs.begin(behind)):
            return self._event_subject(left, start) + said
        if self._rules.verbs.begin(behind) and rules.enumeration.search(slot.left):
            return said
        if not slot.opens and not left:
            thread.noun = said
            return thread.verb + said
        if rules.preposition.search(slot.left):
            thread.noun = self._before_verb(slot, behind)
            return said
        predicate = split_predicate(left, start, rules.verbs, self._masks)
        if predicate is None:
            listed = rules.enumeration.search(slot.left) or (
                _PLAIN_LIST.search(left) and rules.audience.match(left)
            )
            subject = "" if listed else self._specific(left)
            thread.subject, thread.noun = subject, said
            return subject + said
        thread.verb, thread.noun = ("" if predicate.light else predicate.verb), said
        between = predicate.object
        if rules.enumeration.search(slot.left) or len(between) > LONGEST_BETWEEN or "、" in between:
            between = ""
        whose = held_by(predicate.subject, said, rules.sessions) if self._is_event(slot) else ""
        return whose + thread.verb + between + said

    def _without_light_verbs(self, phrase: str) -> str:
        """对72家单位进行分类考核 is about 单位分类考核: a light verb need not be told."""
        phrase = self._rules.light_start.sub("", phrase) or phrase
        hit = self._rules.verbs.light_inside.search(phrase)
        return phrase[: hit.start()] + phrase[hit.end() :] if hit else phrase

    def _before_verb(self, slot: Slot, behind: str) -> str:
        offset = slot.quantity.end + slot.right.find(behind)
        for hit in self._rules.verbs.hits(behind, offset, self._masks):
            if hit.start() >= 2:
                return behind[: hit.start()]
        return behind

    def _event_subject(self, left: str, start: int) -> str:
        """Who did it three times, or in what meeting: 县长3次研究法治; 召开党组会12次研究法治."""
        predicate = split_predicate(left, start, self._rules.verbs, self._masks)
        if predicate and predicate.light and predicate.object:
            return predicate.object
        hits = self._rules.verbs.hits(left, start, self._masks)
        left = left[: hits[0].start()] if hits else left
        return self._specific(self._rules.verbs.trim(left))

    # 2. Rates

    def _rate(self, left: str, start: int) -> str:
        """A bare rate (办结率; 参与率、合格率) is a rate of what the sentence speaks of."""
        thread, rules = self._thread, self._rules
        names = _ITEM.split(left)
        if any(len(rules.rate_modifier.sub("", name)) > LONGEST_BARE_RATE for name in names):
            thread.noun = thread.noun or left[:-LENGTH_OF_RATE]
            return left[-LONGEST:]
        if noun := self._earlier.object(start, self._told_until):
            thread.noun = noun
        of = "" if rules.office.search(thread.subject) else thread.subject
        return joined(of or thread.noun or rules.rate.sub("", thread.measure), left)

    def _change(self, left: str, cut: int, slot: Slot) -> str:
        """A change (同比增长, 比上年提升) of the rate or the noun that the sentence speaks of."""
        thread = self._thread
        if cut:
            thread.noun = left[:cut][-LONG_NOUN:]
            return thread.noun + left[cut:]
        rules = self._rules
        if rules.share_of.fullmatch(left):
            return self._whole() + left
        if slot.opens and (noun := self._earlier.bracket(slot.left_start, self._last_number)):
            return noun + left
        of = rules.change.sub("", thread.measure) or thread.measure
        if not rules.rate.search(of) and not rules.total.search(of):
            of = thread.noun or of
        return of + left

    def _whole(self) -> str:
        """What a share is told of: 土地类60件，占30%，治安类20件，占10%."""
        measure = self._rules.rise.sub("", self._thread.measure)
        return self._rules.share_of.split(measure, maxsplit=1)[0]

    # 3. A noun before the number

    def _noun_before(self, left: str, start: int, *, opens: bool = True) -> str:
        predicate = split_predicate(left, start, self._rules.verbs, self._masks)
        if predicate is None or (self._listed and predicate.subject and predicate.object):
            # An item of a list names things: 待遇认定案件1件 has no verb, though 认定 is one elsewhere.
            return self._bare_noun(left, opens)
        return self._told(predicate, start)

    def _acts_listed(self, slot: Slot, left: str, start: int) -> str:
        """法律咨询、发放读本、悬挂横幅等20余场次 counts all that is listed, not only what stands last."""
        if "、" not in left or len(left) > LONGEST or not self._rules.enumeration.search(slot.left):
            return ""
        hits = self._rules.verbs.hits(left, start, self._masks)
        acts = any(left[hit.start() - 1 : hit.start()] == "、" and hit.end() < len(left) for hit in hits)
        return self._rules.light_start.sub("", left) if acts else ""

    def _told(self, predicate: Predicate, start: int) -> str:
        thread = self._thread
        verb = "" if predicate.light else predicate.verb
        subject = self._short_subject(predicate.subject, start)
        if predicate.object:
            noun = after_long_list(predicate.object)
            thread.subject = subject
            subject = subject or self._audience(predicate)
            thread.verb, thread.noun = verb, noun
            return subject + verb + noun
        return self._without_object(predicate, start)

    def _without_object(self, predicate: Predicate, start: int) -> str:
        """受理47件: what is left out is what the sentence, or the one before, speaks of."""
        thread, rules = self._thread, self._rules
        if rules.verbs.trim(predicate.subject) or not rules.verbs.carries.fullmatch(predicate.verb):
            return predicate.subject[-20:] + predicate.verb
        thread.verb = "" if predicate.light else predicate.verb
        thread.noun = thread.noun or self._earlier.object(start, self._told_until) or self._last_noun
        return thread.verb + thread.noun or predicate.verb

    def _bare_noun(self, left: str, opens: bool) -> str:
        thread = self._thread
        thread.noun = left = after_long_list(left)
        if opens:
            thread.subject = ""
        return ("" if opens else thread.verb) + shortened(left)

    # 4. Nothing before the number

    def _nothing_before(self, slot: Slot) -> str:
        """投诉类最多，共48件; 物业（19件）; or what the sentence has said before."""
        noun = ""
        if slot.opens:
            noun = self._earlier.bracket(slot.left_start, self._last_number)
            noun = noun or self._earlier.topic(slot.left_start, self._told_until)
        return noun or self._thread.measure or stacked_cell(self._text, slot.quantity.start)

    def _specific(self, subject: str) -> str:
        return "" if self._rules.generic.search(subject) else subject[-20:]

    def _short_subject(self, raw: str, start: int) -> str:
        """Who acts, when it is a known name or told in a few words, and is not the government at large."""
        subject = self._rules.verbs.trim(raw)
        if len(subject) > SHORT_SUBJECT and (way := self._rules.oblique.search(subject)):
            subject = subject[: way.start()]  # 中心组围绕…开展研讨: how it was done is not told
        if not subject or self._rules.generic.search(subject):
            return ""
        if len(subject) > self._subject_limit:
            name = self._masks.ending_at(start + raw.rfind(subject) + len(subject))
            return subject[-(name[1] - name[0]) :] if name else ""
        if self._rules.leads.match(subject):
            return ""
        long = len(subject) > SHORT_SUBJECT
        return "" if long and ("、" in subject or self._rules.verbs.verb.search(subject)) else subject

    def _audience(self, predicate: Predicate) -> str:
        """对乡村干部开展法律培训, 为企业审查合同: whom it is for, told in a few words."""
        subject, rules = self._rules.verbs.trim(predicate.subject), self._rules
        if len(subject) > LONG_AUDIENCE or not rules.leads.match(subject):
            return ""
        for_activity = predicate.light and rules.audience.match(subject)
        return subject if for_activity or rules.audience_told.search(subject) else ""
