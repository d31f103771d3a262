"""The names of fields and of their fixed values, in English and in Chinese.

The first Chinese name of each is the one that the help shows; the others are ways people
write it, among them the traditional forms.
"""

from difflib import get_close_matches
from types import MappingProxyType
from typing import Final

from store.query.errors import QueryError

FIELDS: Final = MappingProxyType(
    {
        "person": ("人物", "姓名", "人名"),
        "role": ("角色",),
        "title": ("职务", "職務"),
        "place": ("地点", "地點"),
        "org": ("机构", "單位", "機構", "单位"),
        "kind": ("类型", "類型"),
        "level": ("级别", "級別"),
        "source": ("来源", "來源"),
        "series": ("系列",),
        "term": ("提法",),
        "tag": ("标签", "標籤"),
        "is": ("状态", "是", "狀態"),
        "has": ("含", "有"),
        "after": ("之后", "之後", "自"),
        "before": ("之前",),
        "on": ("于", "於", "日期", "时间", "時間"),
    }
)
"""Each field of the query language and its Chinese names."""

DATE_FIELDS: Final = frozenset({"after", "before", "on"})

VALUES: Final = MappingProxyType(
    {
        "role": MappingProxyType(
            {
                "presided": ("主持",),
                "spoke": ("讲话", "講話"),
                "deployed": ("部署",),
                "conveyed": ("传达", "傳達"),
                "reported": ("汇报", "匯報"),
                "guided": ("指导", "指導"),
                "attended": ("出席", "参加", "參加"),
                "observed": ("列席",),
                "visited": ("调研", "調研"),
                "accompanied": ("陪同",),
                "signed": ("签约", "簽約"),
                "absent": ("请假", "缺席", "請假"),
                "mentioned": ("提及",),
            }
        ),
        "kind": MappingProxyType(
            {
                "meeting": ("会议", "會議"),
                "visit": ("调研", "調研"),
                "talks": ("会谈", "會談"),
                "ceremony": ("仪式", "儀式"),
                "notice": ("资料框", "資料框"),
                "other": ("其他",),
            }
        ),
        "level": MappingProxyType(
            {
                "centre": ("中央", "国家", "國家"),
                "province": ("省", "省级", "省級"),
                "city": ("市", "市级", "市級"),
                "county": ("县", "县级", "縣", "縣級"),
                "township": ("乡镇", "鄉鎮"),
                "institution": ("单位", "單位"),
            }
        ),
        "is": MappingProxyType(
            {
                "unread": ("未读", "未讀"),
                "marked": ("标记", "已标记", "標記"),
                "corrected": ("更正", "已更正"),
                "undated": ("无年份", "未注年", "無年份"),
            }
        ),
        "has": MappingProxyType({"requirements": ("要求",), "note": ("笔记", "筆記")}),
    }
)
"""The fields whose values are fixed: each value and its Chinese names."""

_LIKELY: Final = MappingProxyType(
    {"date": "on", "day": "on", "from": "source", "name": "person", "people": "person"}
)


def _spellings(names: MappingProxyType[str, tuple[str, ...]]) -> dict[str, str]:
    return {name: key for key, others in names.items() for name in (key, *others)}


_FIELD_OF: Final = MappingProxyType(_spellings(FIELDS))
_VALUE_OF: Final = MappingProxyType(
    {field: MappingProxyType(_spellings(values)) for field, values in VALUES.items()}
)


def field_called(name: str, position: int) -> str:
    """The field of a typed name; raises QueryError at ``position`` with the nearest one."""
    field = _FIELD_OF.get(name.lower())
    if field is not None:
        return field
    near = _LIKELY.get(name.lower()) or _nearest(name, tuple(_FIELD_OF))
    raise QueryError(
        'no field is called {name}; to search for the text, put it in quotes: "{name}:…"',
        position,
        f"{near}:" if near else None,
        name=name,
    )


def value_called(field: str, typed: str, position: int) -> str:
    """The fixed value of ``field`` that was typed; raises QueryError with the nearest one."""
    spellings = _VALUE_OF[field]
    value = spellings.get(typed.lower())
    if value is not None:
        return value
    raise QueryError(
        "{field}: knows no {typed}; it takes {known}",
        position,
        _nearest(typed, tuple(spellings)),
        field=field,
        typed=typed,
        known=", ".join(VALUES[field]),
    )


def _nearest(typed: str, known: tuple[str, ...]) -> str | None:
    """The known spelling that looks most like what was typed: half of it the same."""
    typed = typed.lower()
    longer = [name for name in known if name.startswith(typed)]
    near = longer or get_close_matches(typed, known, n=1, cutoff=0.5)
    return near[0] if near else None
