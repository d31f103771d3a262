"""What a numeric shorthand looks like: 六有, 三区两通道, 6+1, 一人一策, 八支队伍.

All functions take folded text. The rules for quoted shorthand are wide, because quotation
marks already say that the writer means a term; those for bare ones are narrow.
"""

import re
from dataclasses import dataclass

from store.parsing.ordinals import NUMERAL, chinese, number_of

_COUNT = rf"(?:{NUMERAL}|双|多|\d{{1,2}})"
_PART = re.compile(rf"(?P<count>{_COUNT}) ?(?P<rest>[^\d ]*?)(?={_COUNT}|$)")
_SUM = re.compile(r"[\dNnXx]{1,4}(?:\+[\dnxA-Z]{1,4}){1,5}[一-鿿]{0,6}$")
_CONTENT = re.compile(rf"{_COUNT} ?[一-鿿][一-鿿\d、· ]{{0,13}}$")
_FURTHER = re.compile(_COUNT)
_MAIN_AND_AIDE = re.compile(r"\d{1,2}主\d{1,2}[辅副]")

MEASURES = "个大项类道支套条场种张方级次层点批轮本"
_MEASURED = re.compile(rf"(?P<count>{_COUNT}) ?[{MEASURES}](?P<rest>.+)")

# Quantities, dates, meetings, places and names that begin with a numeral but count no items.
_NEVER = re.compile(
    r"两(?:会|院|岸|江|广|湖|头|回事)"
    r"|[一二三四五六七八九十]{1,2}五(?:$|规划|时期|期间|末|开局|以来|收官|远景)"
    r"|[一二三四五六七八九十两]{1,3}(?:大(?:$|精神|报告|代表)|中全会|代会)"
    rf"|{_COUNT} ?(?:年|月|日|天|周|季|小时|分钟|分之|点钟|岁|元|倍|万|亿|千|百|公里|里|米|吨|斤|公斤|亩|平方|"
    r"度|名|位(?!一体)|户|家|所|座|台|辆|部|期|版|楼|星|角|国|省|市|县|乡|镇|村|人$|次$|成$|折|强$|后$|号|届)"
    rf"|{_COUNT} ?个(?:月|小时|人|多|省|市|县|区|国家|工作日|亿|万|半|百分点|点$|字$|季度|季节|学期|星期)"
    r"|五[一四]|六一|七[一七]|八一|十一|三八|九一八|一二·?九|双十[一二]|七夕|十佳|十强|三叉|三峡|三亚|三明|"
    r"四川|六安|六盘|八宝|九江|九寨|九龙|十堰|五指|五粮|三沙|三门|四平|五常"
    r"|(?:二|三|两)等奖|[一二三四五六七八九]级(?:医院|响应|以上|甲等|地震|防护|标准|警报)"
)
_ONE = re.compile(r"一[^一]{0,4}[一二两双三四五六七八九多]")
_PROGRAMME = re.compile(r"[百千万]{2,3}[一-鿿]{0,4}(?:工程|行动|计划)$")


@dataclass(frozen=True, slots=True)
class Part:
    """A numeral of a shorthand and the head that what it counts repeats: 6 and 有 for 六有."""

    count: int
    head: str


def is_quoted_shorthand(content: str) -> bool:
    """Whether the text between two quotation marks is a numeric shorthand."""
    if _SUM.match(content) or _MAIN_AND_AIDE.match(content) or _PROGRAMME.match(content):
        return True
    if not _CONTENT.match(content) or _NEVER.match(content):
        return False
    if content.startswith("一"):
        return bool(_ONE.match(content))
    return content[0] not in "多01"


def parts_of(term: str) -> tuple[Part, ...]:
    """The counted parts of a shorthand, () when a numeral counts nothing that can be listed."""
    if "+" in term:
        return ()
    if term.startswith("双") and not _FURTHER.search(term, 2):
        return (Part(2, term[1:]),)
    measured = _MEASURED.match(term)
    if measured is not None:
        return (Part(_number(measured["count"]), measured["rest"]),)
    parts = [Part(_number(match["count"]), match["rest"].strip()) for match in _PART.finditer(term)]
    total = sum(part.count for part in parts)
    listed = all(part.count and part.head for part in parts) and total > max(1, len(parts))
    return tuple(parts) if listed else ()


def _number(count: str) -> int:
    return 2 if count == "双" else number_of(count) or 0


def count_of(term: str) -> int | None:
    """How many things a shorthand names; None for compounds, sums and 一人一策."""
    parts = parts_of(term)
    return parts[0].count if len(parts) == 1 else None


def normal_form(term: str) -> str:
    """The one spelling of a shorthand: Chinese digits, no spaces, simplified characters."""
    plain = term.replace(" ", "")
    if "+" in plain:
        return plain
    return re.sub(r"\d+", lambda match: chinese(int(match.group())), plain)
