"""What a desk keeps beside its glossary goes into every report, and is told in its provenance."""

import shutil
from pathlib import Path

import pytest

from jaen.pipeline import Pipeline
from jaen.reading import article_of

NEWS = Path(__file__).parents[2] / "glossaries" / "news"
TEXT = "The desk\n\nThe e-mails were sent to officials on Monday, the agency said.\n"


@pytest.fixture
def desk(tmp_path):
    """A folder with one concept of the news glossary."""
    folder = tmp_path / "desk"
    folder.mkdir()
    shutil.copy(NEWS / "anthropic.yaml", folder)
    return folder


def test_a_pipeline_that_is_loaded_keeps_to_the_desks_decisions(desk):
    """`Pipeline.load` reads the tables beside the glossary: a spelling is found, and may be let stand."""
    (desk / "house-spellings.csv").write_text("write,instead-of,reason\nemail,e-mail,\n", encoding="utf-8")
    (finding,) = Pipeline.load(desk)(article_of(TEXT)).findings
    assert (finding.code, finding.suggestion, finding.ignored) == ("spelling-house", "emails", "")
    ignore = "code,about,article,reason\nspelling-house,,,the old sheet\n"
    (desk / "check-ignore.csv").write_text(ignore, encoding="utf-8")
    (finding,) = Pipeline.load(desk)(article_of(TEXT)).findings
    assert finding.ignored == "the old sheet"


def test_provenance_tells_the_decisions_apart(desk):
    """Reports with other decisions have another hash; where a line stands does not count; none have none."""
    hashes = [Pipeline.load(desk).fingerprint["house"]]
    for lines in ("email,e-mail,\n", "\nemail,e-mail,why\n", "mail,e-mail,\n"):
        (desk / "house-spellings.csv").write_text("write,instead-of,reason\n" + lines, encoding="utf-8")
        hashes.append(Pipeline.load(desk).fingerprint["house"])
    assert hashes[0] is None
    assert hashes[1] == hashes[2] != hashes[3]
