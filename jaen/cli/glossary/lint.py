"""`jaen glossary lint`: what is wrong or doubtful in the entries."""

import json
from collections.abc import Iterable, Sequence
from importlib.metadata import version

import click

from jaen.cli.asking import by_option, confirmed, yes_option
from jaen.cli.codes import EXIT_FINDINGS, EXIT_FINE
from jaen.cli.glossary.common import change_lines, glossary_option, tell_saved
from jaen.cli.options import codes_option, fail_on_option, output_options
from jaen.cli.output import Destination, counted, say
from jaen.errors import GlossaryError
from jaen.glossary import Glossary
from jaen.glossary.lint import OTHER_CODES, RULES, LintFinding, mended, read_ignored, unreadable
from jaen.glossary.lint import lint as find_all
from jaen.glossary.saving import GlossaryFolder, editor_name
from jaen.model import Severity
from jaen.writing.cells import one_line
from jaen.writing.sarif import SarifResult, SarifRule, write_sarif

__all__ = ["lint", "show_findings"]

_SEVERITIES = tuple(Severity)  # the worst first


_CODES = (
    *((rule.code, rule.severity, rule.title) for rule in RULES),
    *((code, severity, title) for code, (severity, title) in OTHER_CODES.items()),
)


@click.command()
@click.argument("ids", nargs=-1, metavar="[ID]...")
@glossary_option
@output_options(("text", "json", "sarif"))
@click.option("--all", "show_all", is_flag=True, help="Show hints (info) as text, too.")
@fail_on_option("warning")
@click.option("--fix", is_flag=True, help="Mend what needs no judgment; what is changed is shown first.")
@by_option
@yes_option
@codes_option(_CODES)
def lint(
    ids: tuple[str, ...],
    folder: str,
    destination: Destination,
    show_all: bool,
    fail_on: str,
    fix: bool,
    by: str | None,
    yes: bool,
) -> int:
    """What is wrong or doubtful in the entries, or in those with these IDs.

    \b
    jaen glossary lint -g glossaries/news
    jaen glossary lint openai -g glossaries/news --all
    jaen glossary lint -g glossaries/news --fix

    An error does wrong things, a warning is probably wrong, a hint (info) is shown with --all. To let a finding stand,
    write a line `code,concept,reason` into lint-ignore.csv beside the entries.
    """
    try:
        findings = _look(folder, ids)
        if fix and _mend(folder, findings, by, yes):
            findings = _look(folder, ids)
    except GlossaryError as error:
        findings = unreadable(error)
    open_ones = [finding for finding in findings if not finding.ignored]
    with destination.open([folder]) as out:
        out.write(_WRITERS[destination.format](findings, show_all))
    _say_counts(open_ones, len(findings) - len(open_ones), hidden=destination.format == "text" and not show_all)
    worst = {finding.severity for finding in open_ones}
    refused = _SEVERITIES[: _SEVERITIES.index(Severity(fail_on)) + 1] if fail_on != "never" else ()
    return EXIT_FINDINGS if worst.intersection(refused) else EXIT_FINE


def _look(folder: str, ids: Sequence[str]) -> tuple[LintFinding, ...]:
    return find_all(Glossary.load(folder), ids or None, ignored=read_ignored(folder))


def _mend(folder: str, findings: Sequence[LintFinding], by: str | None, yes: bool) -> bool:
    """True when something was written."""
    changes = mended(Glossary.load(folder), findings)
    if not changes:
        say("nothing that can be mended without an editor")
        return False
    place = GlossaryFolder(folder)
    for change in changes:
        for line in change_lines(change):
            say(line)
    if not confirmed(f"Mend {counted(len(changes), 'concepts')}?", yes):
        return False
    saved = place.save(changes, editor_name(by), "lint --fix")
    tell_saved(saved, folder)
    return saved is not None


def show_findings(findings: Iterable[LintFinding]) -> None:
    """Print on standard error what lint says of an entry that is about to be saved."""
    for finding in findings:
        if finding.is_pressing:
            click.echo(one_line(str(finding)), err=True)


def _as_text(findings: Sequence[LintFinding], show_all: bool) -> str:
    shown = [one for one in findings if one.is_pressing or (show_all and not one.ignored)]
    return "".join(f"{one_line(str(finding))}\n" for finding in shown)


def _as_json(findings: Sequence[LintFinding], show_all: bool) -> str:
    """A list; hints and what may stand are in it, too."""
    plain = [
        {
            "code": finding.code,
            "severity": finding.severity,
            "file": finding.file,
            "place": finding.place,
            "concept": finding.concept_id,
            "message": finding.message,
            "suggestion": finding.suggestion,
            "fixable": finding.fix is not None,
            "ignored": finding.ignored,
        }
        for finding in findings
    ]
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


def _as_sarif(findings: Sequence[LintFinding], show_all: bool) -> str:
    rules = [SarifRule(rule.code, rule.title, rule.severity) for rule in RULES]
    rules += [SarifRule(code, title, severity) for code, (severity, title) in OTHER_CODES.items()]
    results = [
        SarifResult(
            code=finding.code,
            severity=finding.severity,
            message=finding.message + (f"; {finding.suggestion}" if finding.suggestion else ""),
            file=finding.file,
            line=finding.place if isinstance(finding.place, int) and finding.place else None,
            subject=finding.concept_id,
            suppressed=finding.ignored,
        )
        for finding in findings
    ]
    return write_sarif(results, rules, version("jaen")) + "\n"


_WRITERS = {"text": _as_text, "json": _as_json, "sarif": _as_sarif}


def _say_counts(findings: Sequence[LintFinding], ignored: int, hidden: bool) -> None:
    severities = [finding.severity for finding in findings]
    names = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "hints"}
    counts = [counted(severities.count(severity), name) for severity, name in names.items()]
    if hidden and Severity.INFO in severities:
        counts[-1] += " (shown with --all)"
    if ignored:
        counts.append(f"{ignored} ignored")
    say(", ".join(counts))
