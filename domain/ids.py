"""Identities. Integers are never reused and may be seen by anybody; links carry random tokens instead."""

from typing import NewType

PersonId = NewType("PersonId", int)
OrganisationId = NewType("OrganisationId", int)
MembershipId = NewType("MembershipId", int)
GroupId = NewType("GroupId", int)
ChildId = NewType("ChildId", int)
PersonSetId = NewType("PersonSetId", int)
LinkId = NewType("LinkId", int)
JoinRequestId = NewType("JoinRequestId", int)
ConsentId = NewType("ConsentId", int)
EventId = NewType("EventId", int)
TemplateId = NewType("TemplateId", int)
AnnouncementId = NewType("AnnouncementId", int)
PartyId = NewType("PartyId", int)
BoundChatId = NewType("BoundChatId", int)
EventPostId = NewType("EventPostId", int)
EventPictureId = NewType("EventPictureId", int)
NoticeId = NewType("NoticeId", int)
OpeningId = NewType("OpeningId", int)
SlotId = NewType("SlotId", int)
FreeDaysId = NewType("FreeDaysId", int)
VisitId = NewType("VisitId", int)
LetterId = NewType("LetterId", int)
WaiterId = NewType("WaiterId", int)
ClosureId = NewType("ClosureId", int)
WaveId = NewType("WaveId", int)
AttemptId = NewType("AttemptId", int)

Token = NewType("Token", str)
"""The secret part of a link: 128 random bits in base64url, 22 characters. Only its sha256 is stored."""
