"""What a layout's reader hands on: pages whose blocks are not cleaned yet."""

from dataclasses import dataclass

from store.model import Page


@dataclass(frozen=True, slots=True)
class Reading:
    """The pages of a document as one layout reads them, and what was odd."""

    pages: tuple[Page, ...]
    remarks: tuple[str, ...] = ()
