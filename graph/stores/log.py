"""What the stores tell those who listen (logger `liantu.graph`): what is opened and which statements are sent."""

import logging
from collections.abc import Mapping
from typing import Any

LOG = logging.getLogger("liantu.graph")


def asks(statement: str, parameters: Mapping[str, Any] | None = None) -> None:
    """Tell a statement that reads; at the level DEBUG also the values of its parameters."""
    LOG.info("asks %s", statement)
    if parameters:
        LOG.debug("with %s", dict(parameters))


def writes(statement: str) -> None:
    """Tell a statement that writes, at the level DEBUG: a document takes many of them."""
    LOG.debug("writes %s", statement)
