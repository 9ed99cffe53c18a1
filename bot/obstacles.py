"""What keeps a command from being done, in words for the operator."""

from pathlib import Path

from aiogram.exceptions import TelegramNetworkError, TelegramUnauthorizedError

from bot.running import SchemaTooOld
from bot.web import CannotListen
from content.faults import UnusableContent
from content.quizzes import QuizChanged
from db.backup import NotABackup, OtherEngine
from db.dumps import DumpFailed, ProgramMissing
from db.errors import DATABASE_ERRORS
from db.files import FolderRefused
from db.lock import AlreadyRunning, LockLost
from screens.base import Phrase, say
from services.instruments import InstrumentChanged

ALREADY_RUNNING = 3
NOT_READY = 4


def obstacle(error: BaseException) -> tuple[Phrase, int] | None:
    """The words and the exit code for a known obstacle; None for what is a defect of ours."""
    if isinstance(error, BaseExceptionGroup):
        known = [found for inner in error.exceptions if (found := obstacle(inner)) is not None]
        return known[0] if known else None
    match error:
        case AlreadyRunning(holder=holder):
            return say("running-already", holder=str(holder or "none")), ALREADY_RUNNING
        case SchemaTooOld():
            return say("running-schema-old"), NOT_READY
        case UnusableContent(file=file):
            return say("content-unusable", file=f"content/{file.parent.name}/{file.name}"), NOT_READY
        case QuizChanged() | InstrumentChanged():
            return say("content-quiz-changed", quiz=str(error)), NOT_READY
        case LockLost():
            return say("running-lock-lost"), NOT_READY
        case TelegramUnauthorizedError():
            return say("running-telegram-refused"), NOT_READY
        case TelegramNetworkError():
            return say("running-telegram-away"), NOT_READY
        case FileExistsError():
            return say("running-file-exists"), NOT_READY
        case FileNotFoundError(errno=None) | FileNotFoundError(filename=str() | Path()):
            return say("running-file-missing", file=str(error.filename or error)), NOT_READY
        case NotABackup():
            return say("running-not-a-backup"), NOT_READY
        case OtherEngine():
            return say("running-other-engine"), NOT_READY
        case ProgramMissing():
            return say("running-program-missing", program=str(error)), NOT_READY
        case DumpFailed():
            return say("running-dump-failed", error=str(error)), NOT_READY
        case CannotListen(taken=True):
            return say("running-port-taken", port=str(error.port)), NOT_READY
        case CannotListen():
            return say(
                "running-cannot-listen", host=error.host, port=str(error.port), error=error.why
            ), NOT_READY
        case FolderRefused():
            folder = str(error.folder)
            return say("running-check-data-dir-wrong", folder=folder, error=error.why), NOT_READY
        case OSError(filename=str() | Path()):
            return say("running-file-refused", file=str(error.filename), error=str(error.strerror)), NOT_READY
        case _ if isinstance(error, DATABASE_ERRORS):
            return say("running-database-away", error=type(error).__name__), NOT_READY
        case _:
            return None
