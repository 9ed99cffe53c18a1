"""Which notices have been heard: they arrived, are on their way, or may have come though nobody has said so."""

from typing import Any

from sqlalchemy import ColumnCollection, ColumnElement, or_

from db.models import NoticeRow
from db.models.base import table
from domain.notices import NoticeStatus

_N = table(NoticeRow).c
_ARRIVED = (NoticeStatus.SENT, NoticeStatus.SUMMARISED, NoticeStatus.UNKNOWN)
_NEVER_CAME = (NoticeStatus.CANCELLED, NoticeStatus.EXPIRED, NoticeStatus.FAILED)

ARRIVED = _N.status.in_([status.value for status in _ARRIVED])
"""What has reached its person; of what is told only once, also what may have and is not tried again."""


def heard(notice: ColumnCollection[str, ColumnElement[Any]]) -> ColumnElement[bool]:
    """What has arrived, is on its way, or may have come: before it is tried again, or was dropped instead."""
    on_its_way = [status.value for status in (*_ARRIVED, NoticeStatus.LEASED)]
    return or_(notice.status.in_(on_its_way), notice.may_have_come)


def may_be_heard(notice: ColumnCollection[str, ColumnElement[Any]]) -> ColumnElement[bool]:
    """What has arrived, may have, or is still to come: it need not be told again."""
    never = [status.value for status in _NEVER_CAME]
    return or_(notice.status.not_in(never), notice.may_have_come)


HEARD = heard(_N)
