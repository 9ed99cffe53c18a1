"""`python -m bot`."""

from bot import entrance  # noqa: F401  # importing it adds its command
from bot.cli import main
from bot.lightly import import_aiogram

if __name__ == "__main__":
    import_aiogram()
    main()
