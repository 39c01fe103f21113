"""`liantu completion`: the script that makes a shell complete commands."""

import click

from liantu.shells import SHELLS, script


@click.command()
@click.argument("shell", type=click.Choice(tuple(SHELLS)), metavar="SHELL")
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print the script with which bash, zsh or fish completes commands, views, packs and their parameters by Tab.

    \b
    Example:
      liantu completion bash >> ~/.bashrc
      liantu completion zsh >> ~/.zshrc
      liantu completion fish > ~/.config/fish/completions/liantu.fish
    """
    click.echo(script(shell, context.find_root().command), nl=False)
