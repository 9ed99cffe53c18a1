"""What buttons mean, one module per feature. Each new module is named in `screens/buttons.py`."""

from domain.actions.base import Action

__all__ = ["Action"]
