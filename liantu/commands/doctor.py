"""`liantu doctor`: whether all that Liantu stands on is sound."""

import json
from dataclasses import asdict

import click

from liantu.doctor import FAIL, Finding, examine
from liantu.options import graph_option, json_option
from liantu.output.safe import safe, safe_json


@click.command()
@graph_option
@json_option
def command(graph: str | None, as_json: bool) -> None:
    """Check versions, the graph and what is in it, source files, room, fonts and settings; nothing is changed.

    One line a finding: ok, warn or fail, what was found and what to do. Exit code 1 if anything fails. Passwords are
    never shown.

    \b
    Example:
      liantu doctor --graph liantu.kgl
    """
    failed = False
    found: list[Finding] = []
    for finding in examine(graph):
        failed = failed or finding.state == FAIL
        if as_json:
            found.append(finding)
        else:
            click.echo(_line(finding))
    if as_json:
        click.echo(safe_json(json.dumps([asdict(finding) for finding in found], ensure_ascii=False, indent=1)))
    if failed:
        click.get_current_context().exit(1)


def _line(finding: Finding) -> str:
    """The finding as people read it."""
    remedy = f"; {finding.remedy}" if finding.remedy else ""
    return f"{finding.state:<5} {finding.check:<12} {safe(finding.message + remedy)}"
