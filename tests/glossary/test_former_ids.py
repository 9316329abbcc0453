"""Ids of concepts that were merged into another one."""

import pytest

from jaen.errors import GlossaryError
from jaen.glossary import Glossary

ONE = "category: term\nterms: [{ja: 半導体}, {en: chip}]\n"


def load(tmp_path, **files):
    for name, text in files.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return Glossary.load(tmp_path)


def test_a_former_id_leads_to_the_concept_that_took_it_over(tmp_path):
    """by_id answers a former id with the concept that remembers it."""
    glossary = load(tmp_path, chip=ONE + "former-ids: [semiconductor]\n")
    assert glossary.by_id("semiconductor").id == "chip"
    assert glossary.by_id("chip").former_ids == ("semiconductor",)


@pytest.mark.parametrize(
    ("files", "complaint"),
    [
        ({"chip": ONE + "former-ids: [wafer]\n", "wafer": ONE.replace("chip", "wafer")}, "'wafer' is also used"),
        (
            {"a": ONE + "former-ids: [x]\n", "b": ONE.replace("chip", "wafer") + "former-ids: [x]\n"},
            "'x' is also used elsewhere (a)",
        ),
        ({"chip": ONE + "former-ids: [chip]\n"}, "'chip' is also used"),
        ({"chip": ONE + "former-ids: [Old Chip]\n"}, "former id 'Old Chip' has more than a-z"),
        (
            {"chip": ONE + "former-ids: [x]\n", "b": "category: term\nterms: [{en: b}]\nlinks: [{related: x}]\n"},
            "'x' is now 'chip'; link to that",
        ),
    ],
)
def test_an_id_is_never_used_again(tmp_path, files, complaint):
    """A former id belongs to one concept, is no id of another one, and is not linked to."""
    with pytest.raises(GlossaryError) as error:
        load(tmp_path, **files)
    assert complaint in str(error.value)


def test_two_concepts_with_different_former_ids_are_fine(tmp_path):
    """Former ids that nobody else uses are no problem."""
    glossary = load(tmp_path, a=ONE + "former-ids: [x, y]\n", b=ONE.replace("chip", "wafer") + "former-ids: [z]\n")
    assert len(glossary.concepts) == 2


def test_an_id_fits_into_a_file_name(tmp_path):
    """An id of 200 characters is taken, one of 201 is a problem with its place."""
    (tmp_path / "list.yaml").write_text(f"- id: {'a' * 200}\n  category: term\n  terms: [{{en: chip}}]\n", "utf-8")
    assert len(Glossary.load(tmp_path / "list.yaml").concepts) == 1
    (tmp_path / "list.yaml").write_text(f"- id: {'a' * 201}\n  category: term\n  terms: [{{en: chip}}]\n", "utf-8")
    with pytest.raises(GlossaryError, match=r"list\.yaml:1: the id 'a+…' has more than 200 characters; shorten it"):
        Glossary.load(tmp_path / "list.yaml")
