"""Imported by the fork server alone, before it forks: what takes long is done once.

A worker then spends its time on what it is killed for, and not on reading a model.
"""

import tracker.cli.app
from tracker.cli import context
from tracker.resources import data_folder

MODEL = context.open_model(data_folder("model"))

context.open_model = lambda _folder: MODEL

__all__ = ["tracker"]
