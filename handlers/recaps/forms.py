"""What is typed after an event: the line of result, the link to an album."""

from collections.abc import Mapping

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.actions.recaps import AddAlbum, OpenRecap, WriteResult
from domain.forms import words
from domain.ids import EventId
from domain.outcomes import Refused
from domain.people import Actor
from domain.recaps import RESULT_LIMIT, Recap, album_link
from handlers.common.filters import Known, Tap
from handlers.common.form_model import Form, Step
from handlers.common.form_router import answer_forms
from handlers.common.form_run import FormRun
from handlers.common.forms import Forms
from handlers.recaps.recaps import show_recap
from messenger.show import Show
from screens import recaps as screens
from services.recaps import Recaps


def _event_id(run: FormRun) -> EventId:
    return EventId(int(run.context["event"]))


async def _recap(run: FormRun) -> Recap | None:
    recaps: Recaps = run.services["recaps"]
    view = await recaps.card(run.actor, _event_id(run))
    return None if isinstance(view, Refused) else view.recap


async def _stored_result(run: FormRun) -> str | None:
    recap = await _recap(run)
    return None if recap is None else recap.result


async def _stored_album(run: FormRun) -> str | None:
    recap = await _recap(run)
    return None if recap is None else recap.album_url


async def _write_result(run: FormRun) -> None:
    recaps: Recaps = run.services["recaps"]
    refused = await recaps.write_result(run.actor, _event_id(run), run.maybe_text("result"))
    await _finish(run, recaps, "result", refused)


async def _set_album(run: FormRun) -> None:
    recaps: Recaps = run.services["recaps"]
    refused = await recaps.set_album(run.actor, _event_id(run), run.maybe_text("album"))
    await _finish(run, recaps, "album", refused)


async def _finish(run: FormRun, recaps: Recaps, step: str, refused: Refused | None) -> None:
    if refused is not None:
        await run.ask_again(step, refused)
        return
    run.close()
    view = await recaps.card(run.actor, _event_id(run))
    if not isinstance(view, Refused):
        await run.show(screens.card(view))


def _its_recap(context: Mapping[str, int | str]) -> OpenRecap:
    return OpenRecap(EventId(int(context["event"])))


RESULT = Form(
    name="trres",
    title="recaps-form-result",
    steps=(
        Step(
            "result",
            "recaps-ask-result",
            check=words(RESULT_LIMIT),
            example="recaps-example-result",
            optional=True,
            stored=_stored_result,
        ),
    ),
    finish=_write_result,
    place=_its_recap,
)
ALBUM = Form(
    name="tralb",
    title="recaps-form-album",
    steps=(
        Step(
            "album",
            "recaps-ask-album",
            check=lambda text, _: album_link(text),
            example="recaps-example-album",
            optional=True,
            stored=_stored_album,
        ),
    ),
    finish=_set_album,
    place=_its_recap,
)


async def result(
    _: CallbackQuery, action: WriteResult, actor: Actor, recaps: Recaps, forms: Forms, show: Show
) -> None:
    """«✍️ Как прошло»."""
    await _start(RESULT, actor, action.event_id, recaps, forms, show)


async def album(
    _: CallbackQuery, action: AddAlbum, actor: Actor, recaps: Recaps, forms: Forms, show: Show
) -> None:
    """«🔗 Альбом»."""
    await _start(ALBUM, actor, action.event_id, recaps, forms, show)


async def _start(
    form: Form, actor: Actor, event_id: EventId, recaps: Recaps, forms: Forms, show: Show
) -> None:
    view = await recaps.card(actor, event_id)
    if isinstance(view, Refused) or not view.may_write:
        await show_recap(actor, event_id, recaps, show)
        return
    context: dict[str, int | str] = {"organisation": view.organisation.id, "event": event_id}
    await forms.start(form, context=context, anew=True)


def build() -> Router:
    """A new router of what is typed."""
    router = Router(name="recaps-forms")
    answer_forms(router, RESULT, ALBUM)
    router.callback_query.register(result, Tap(WriteResult), Known())
    router.callback_query.register(album, Tap(AddAlbum), Known())
    return router
