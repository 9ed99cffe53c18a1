"""Thanks after an event, as those who came read them."""

from domain.actions.recaps import Feel, ShowPictures
from domain.recaps import Mood, Thanks
from screens.base import Button, Moment, Rows, Screen, Toast, say, screen
from screens.common import menu_button
from screens.events_parents import heading
from screens.recaps import FACES, written


def thanks(shown: Thanks) -> Screen:
    """«Спасибо, что были с нами»: the result, the album, and three faces; the own one is ticked."""
    invitation = shown.invitation
    event = invitation.event
    faces = tuple(
        Button(f"✓ {face}" if mood is shown.mood else face, Feel(event.id, mood))
        for mood, face in FACES.items()
    )
    pictures: Rows = ()
    if shown.pictures:
        label = say("recaps-button-show-pictures", count=shown.pictures)
        pictures = ((Button(label, ShowPictures(event.id, fresh=True)),),)
    return screen(
        *((heading(invitation.groups),) if invitation.groups else ()),
        say("recaps-notice", title=event.title, when=Moment(event.starts_at, invitation.zone, "day")),
        *written(shown.recap),
        say("recaps-notice-question"),
        rows=(faces, *pictures, (menu_button(),)),
    )


def felt(mood: Mood) -> Toast:
    """«Спасибо за отклик»."""
    return Toast(say("recaps-felt", face=FACES[mood]))
