"""The command that begins a new explainer, in a folder of its own."""

from pathlib import Path
from typing import Annotated, NoReturn

import typer

from explainer import __version__
from explainer import build as stages
from explainer.cli.common import WRONG_USAGE, at_terminal, report, say, today
from explainer.editing.starter import NewSite, starter
from explainer.languages import languages

QUESTIONS = {
    "title": "What is it called?",
    "question": "Which question does it answer, as a reader would ask it?",
    "language": "In which language will it be? The generator has words in {languages}",
    "event_types": "Which types of events happen in it, as `Meeting, Vote`?",
}

Folder = Annotated[Path, typer.Argument(help="The new folder, or an empty one.", metavar="FOLDER", file_okay=False)]
Title = Annotated[str, typer.Option(help="What it is called.")]
Question = Annotated[str, typer.Option(help="The question that it answers, as a reader would ask it.")]
Language = Annotated[str, typer.Option(help="The language that it is in, by two letters.")]
EventTypes = Annotated[str, typer.Option(help="The types of its events, as `Meeting, Vote`.")]


def init(
    folder: Folder, title: Title = "", question: Question = "", language: Language = "", event_types: EventTypes = ""
) -> None:
    """Begin an explainer: a folder with a record of examples and all that checks, builds and publishes it."""
    if folder.is_dir() and any(folder.iterdir()):
        _refuse(f"{folder}/ is not empty: name a new folder.")
    given = {"title": title, "question": question, "language": language, "event_types": event_types}
    answers = {name: _asked(name, text) for name, text in given.items()}
    if answers["language"] not in languages():
        _refuse(f"There are no words in `{answers['language']}`: the languages are {', '.join(languages())}.")
    types = tuple(one.strip() for one in answers["event_types"].split(",") if one.strip())
    if not types:
        _refuse('Name at least one type of events: --event-types "Meeting, Vote".')
    site = NewSite(answers["title"], answers["question"], answers["language"], types)
    for name, content in starter(site, today(), __version__):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    report(stages.check(folder / "content", today()).problems)
    say(
        f"An explainer is begun in {folder}/, with an example of each kind of record.\n"
        f"Next: `cd {folder}`, then `explainer serve` shows it; .github/CONTRIBUTING.md tells the first steps."
    )


def _asked(name: str, given: str) -> str:
    """What was given, or the answer of someone who is there to give one."""
    if given.strip():
        return " ".join(given.split())
    question = QUESTIONS[name].format(languages=", ".join(languages()))
    if not at_terminal():
        _refuse(f'Say --{name.replace("_", "-")} "…": {question}')
    return str(typer.prompt(question, default="en" if name == "language" else None))


def _refuse(why: str) -> NoReturn:
    say(why)
    raise typer.Exit(WRONG_USAGE)
