"""Pictures as answers: whatever is sent to a step that asks for one, made into what is kept or into a hint."""

from aiogram.types import Message, PhotoSize

from domain.forms import Value
from domain.outcomes import Reason, Refused
from domain.pictures import MOST_BYTES
from handlers.common.form_run import FormRun
from services.pictures import Pictures


async def taken(run: FormRun, message: Message) -> Value | Refused:
    """The largest size that is not too large, kept under its sha256; a file, a video, a sticker is no picture."""
    document = message.document
    if document is not None and (document.file_size or 0) > MOST_BYTES:
        return Refused(Reason.PICTURE_TOO_LARGE)
    if not message.photo or message.bot is None:
        return Refused(Reason.NOT_A_PICTURE)
    size = fitting(message.photo)
    if size is None:
        return Refused(Reason.PICTURE_TOO_LARGE)
    content = await message.bot.download(size)
    if content is None:
        return Refused(Reason.NOT_A_PICTURE)
    pictures: Pictures = run.services["pictures"]
    return await pictures.keep(content.read())


def fitting(sizes: list[PhotoSize]) -> PhotoSize | None:
    """The largest of the sizes that Telegram has made and that is not too large."""
    fit = [size for size in sizes if (size.file_size or 0) <= MOST_BYTES]
    return max(fit, key=lambda size: size.width * size.height, default=None)
