"""How an explanation looks in a terminal: the parse as a tree, then each telling with its reasons.

Words of the text are shown as plain text, never as markup.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from dragoman.cli.output import console
from dragoman.run.explain import Explanation, NearMiss, Telling, Word
from dragoman.show.visible import visible

MOST = 8
"""Near misses shown: more tell nobody anything."""


def show(explanation: Explanation) -> None:
    """Print an explanation."""
    screen = console()
    for words in explanation.words:
        for tree in _parse(words):
            screen.print(tree)
    if not explanation.tellings:
        screen.print(Text("\nNo pattern fired."))
    for telling in explanation.tellings:
        screen.print()
        screen.print(_telling(telling))
    _booked(explanation, screen)
    if explanation.near:
        screen.print()
        screen.print(_near(explanation.near))


def _parse(words: Sequence[Word]) -> list[Tree]:
    """The words of a sentence, each under the one that it hangs on; mostly one tree."""
    branches = [Tree(_word(word)) for word in words]
    for at, word in enumerate(words):
        if word.head != at:
            branches[word.head].children.append(branches[at])
    return [branches[at] for at, word in enumerate(words) if word.head == at]


def _word(word: Word) -> Text:
    return Text.assemble(visible(word.text), (f"  {word.dep} {word.tag}", "dim"))


def _telling(telling: Telling) -> Tree:
    codes = " ".join(filter(None, (telling.event_type, telling.mode, telling.cameo)))
    tree = Tree(Text.assemble((telling.act, "bold"), f"  {codes}  {telling.status}"))
    tree.add(Text(f'words      "{visible(telling.quote)}"'))
    tree.add(Text(f"pattern    {telling.pattern}, on {visible(telling.trigger)!r}"))
    for role in telling.roles:
        means = role.means or "open"
        tree.add(Text(f"{role.role:<10} {visible(role.words)} = {visible(means)}: {role.why}"))
    if telling.set_aside is not None:
        tree.add(Text(f"no row in a record: {visible(telling.set_aside)}"))
    return tree


def _booked(explanation: Explanation, screen: Console) -> None:
    """The rows that come of it, where plans are booked as PLOVER books them."""
    if explanation.events:
        screen.print(Text("\nRows"))
    for event in explanation.events:
        sides = (
            ", ".join(p.party_id for p in side) or "?" for side in (event.actors, event.recipients)
        )
        kind = " ".join(filter(None, (event.event_type or event.act, event.mode, event.cameo)))
        coder = "" if event.coder.startswith("rules") else f"  by {event.coder}"
        line = f"  {' -> '.join(sides)}  {kind}  {event.status}  {event.confidence:.2f}{coder}"
        screen.print(Text(visible(line)))


def _near(near: Sequence[NearMiss]) -> Tree:
    tree = Tree(Text("Patterns that list a word of the text and did not fit"))
    for miss in near[:MOST]:
        tree.add(Text(f"{miss.pattern}, on {visible(miss.trigger)!r}: {miss.unmet} is not met"))
    if len(near) > MOST:
        tree.add(Text(f"and {len(near) - MOST} more"))
    return tree
