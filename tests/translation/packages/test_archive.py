"""What must not be unpacked is not; whatever the bytes are, the answer is a PackageError."""

import io
import json
import stat
import struct
import sys
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jaen.errors import PackageError
from jaen.translation.packages import archive
from jaen.translation.packages.archive import unpack

sys.path.insert(0, str(Path(__file__).parent))
from package_files import members, packed

sys.path.pop(0)
TOP = "translate-ja_en-1_0"


def unpacked(data, folder):
    unpack(io.BytesIO(data), folder / "new")
    return {path.relative_to(folder / "new").as_posix() for path in (folder / "new").rglob("*") if path.is_file()}


def refusal(data, folder):
    with pytest.raises(PackageError) as caught:
        unpacked(data, folder)
    return str(caught.value)


def with_member(name, data=b"x", **fields):
    """A good package and one member more, whose fields in the zip are set as given."""
    info = zipfile.ZipInfo(name)
    for key, value in fields.items():
        setattr(info, key, value)
    return packed({**members(), info: data})


LAYOUTS = [
    {},
    {"stanza/ja/tokenize/gsd.pt": b"x", "stanza/resources.json": b"{}", "README.md": b"x"},
    {"spacy/senter/model": b"x", "spacy/config.cfg": b"x", "LICENSE": b"x", "NOTICE.txt": b"x"},
    {"minisbd/ja.onnx": b"x", "model/config.json": b"{}", "model/vmap.txt": b""},
]


@pytest.mark.parametrize("more", LAYOUTS)
def test_packages_as_they_are(tmp_path, more):
    """The layouts of the official packages pass, and every file of theirs comes out."""
    content = members() | {f"{TOP}/{name}": data for name, data in more.items()}
    assert unpacked(packed(content), tmp_path) == {name.partition("/")[2] for name in content}
    for name, data in content.items():
        assert (tmp_path / "new" / name.partition("/")[2]).read_bytes() == data


def test_packages_with_members_for_folders(tmp_path):
    """Zip programs write members for folders too; they are no files."""
    assert "model/model.bin" in unpacked(packed({f"{TOP}/": b"", f"{TOP}/model/": b"", **members()}), tmp_path)


def test_packages_of_moses_and_old_vocabularies(tmp_path):
    """bpe.model stands for sentencepiece.model, and two vocabularies in text for a shared one in JSON."""
    content = members()
    del content[f"{TOP}/sentencepiece.model"], content[f"{TOP}/model/shared_vocabulary.json"]
    content |= {
        f"{TOP}/bpe.model": b"",
        f"{TOP}/model/source_vocabulary.txt": b"",
        f"{TOP}/model/target_vocabulary.txt": b"",
    }
    assert "bpe.model" in unpacked(packed(content), tmp_path)


def test_stored_members(tmp_path):
    """A package need not be compressed."""
    assert unpacked(packed(members(), zipfile.ZIP_STORED), tmp_path)


UNFIT = [
    "../evil", f"{TOP}/../../evil", f"{TOP}/model/../../../evil", "/etc/evil", "//server/evil", f"{TOP}//evil.md",
    "C:/evil", f"{TOP}/C:evil.md", f"{TOP}/model\\..\\..\\evil", f"{TOP}/./evil.md", f"{TOP}/model/bell\x07",
    f"{TOP}/evil.md.", f"{TOP}/evil ", f"{TOP}/model/CON", f"{TOP}/model/aux.txt", f"{TOP}/model/a|b", f"{TOP}/{'n' * 300}.md",
    f"{TOP}/" + "a/" * 20 + "b.md",
]  # fmt: skip


@pytest.mark.parametrize("name", UNFIT)
def test_names_that_lead_elsewhere(tmp_path, name):
    """Names that leave the folder, or are another file on some system, are refused before anything is unpacked."""
    assert "unfit name" in refusal(with_member(name), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_names_that_end_early(tmp_path):
    """A NUL ends a name for the system and not for a check: it is refused."""
    data = with_member(f"{TOP}/READMEX.md").replace(b"READMEX.md", b"README\x00.md")
    assert "unfit name" in refusal(data, tmp_path)


KINDS = [(stat.S_IFLNK, "a link"), (stat.S_IFIFO, "no file"), (stat.S_IFCHR, "no file"), (stat.S_IFBLK, "no file"), (stat.S_IFSOCK, "no file"), (stat.S_IFDIR, "no file")]  # fmt: skip


@pytest.mark.parametrize(("kind", "said"), KINDS)
def test_members_that_are_no_files(tmp_path, kind, said):
    """Links and devices are refused, whatever their names."""
    assert said in refusal(
        with_member(f"{TOP}/model/x.bin", b"/etc/passwd", external_attr=(kind | 0o777) << 16), tmp_path
    )
    assert list(tmp_path.iterdir()) == []


def test_modes_are_not_taken_over(tmp_path):
    """A member that would be executable and owned by its maker becomes an ordinary file."""
    unpacked(with_member(f"{TOP}/model/x.bin", external_attr=(stat.S_IFREG | 0o6777) << 16), tmp_path)
    assert not (tmp_path / "new/model/x.bin").stat().st_mode & (stat.S_ISUID | stat.S_ISGID | stat.S_IXUSR)


def test_encrypted_members(tmp_path):
    """A member that needs a password is refused."""
    data = bytearray(packed(members()))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    assert "encrypted" in refusal(bytes(data), tmp_path)


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_other_ways_of_packing(tmp_path, method):
    """Only stored and deflated members are taken: other methods can ask for gigabytes before they give a byte."""
    assert "deflate" in refusal(packed(members(), method), tmp_path)


TWICE = [
    (f"{TOP}/model/Model.bin", "twice"), (f"{TOP}/MODEL/other.bin", "twice"), (f"{TOP}/model/straße.txt", None),
    (f"{TOP}/model", "a file and a folder"), (f"{TOP}/model/model.bin/x", "a file and a folder"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "said"), TWICE)
def test_names_that_are_one_file_somewhere(tmp_path, name, said):
    """Names that differ in capitals alone, or are file and folder at once, are refused; others are not."""
    if said:
        assert said in refusal(with_member(name), tmp_path)
    else:
        assert unpacked(with_member(name), tmp_path)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_comes_twice(tmp_path):
    """Two members of one name are refused, though the second would simply win."""
    assert "twice" in refusal(with_member(f"{TOP}/model/model.bin"), tmp_path)
    composed, decomposed = f"{TOP}/model/\u00e9.txt", f"{TOP}/model/e\u0301.txt"
    assert "twice" in refusal(packed({**members(), composed: b"", decomposed: b""}), tmp_path)


@pytest.mark.parametrize(
    "more", [{"other/metadata.json": b"{}"}, {"__MACOSX/x.md": b""}, members("translate-en_ja-1_0")]
)
def test_more_than_one_package(tmp_path, more):
    """A file is one package: one folder at the top."""
    assert "2 folders at the top" in refusal(packed(members() | more), tmp_path)


def test_files_outside_of_a_folder(tmp_path):
    """Files beside the folder, or all without one, are refused."""
    assert "outside of a folder" in refusal(packed(members() | {"README.md": b""}), tmp_path)
    flat = {name.partition("/")[2]: data for name, data in members().items()}
    assert "outside of a folder" in refusal(packed(flat), tmp_path)


@pytest.mark.parametrize("name", ["setup.py", "run.sh", "lib/x.so", ".hidden", "model.pkl", "jaen.json"])
def test_foreign_files(tmp_path, name):
    """What does not belong into a package is not unpacked with it."""
    assert name in refusal(with_member(f"{TOP}/{name}"), tmp_path)


@pytest.mark.parametrize(
    "name", ["metadata.json", "model/model.bin", "sentencepiece.model", "model/shared_vocabulary.json"]
)
def test_incomplete_packages(tmp_path, name):
    """A package without one of its parts is refused, and the part is named."""
    content = members()
    del content[f"{TOP}/{name}"]
    assert f"there is no {'vocabulary' if 'vocabulary' in name else name}" in refusal(packed(content), tmp_path)


def test_bombs_that_tell(tmp_path):
    """A member that says it unpacks to more than twenty times the file, above 64 MB, is refused before it is unpacked."""
    data = packed(members() | {f"{TOP}/model/zeros.bin": bytes(65 << 20)})
    assert len(data) < 1 << 20
    assert "bomb" in refusal(data, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_small_packages_may_shrink(tmp_path):
    """Below 64 MB the ratio is no matter: weights of a constructed model can be all alike."""
    assert unpacked(packed(members() | {f"{TOP}/model/zeros.bin": bytes(8 << 20)}), tmp_path)


def test_bombs_that_lie(tmp_path):
    """A member that unpacks to more than it says is not unpacked further than it says, and is refused."""
    data = packed(members() | {f"{TOP}/model/zeros.bin": bytes(1 << 20)})
    lie = data.replace(struct.pack("<I", 1 << 20), struct.pack("<I", 1 << 10))
    assert lie != data
    assert "not a whole zip" in refusal(lie, tmp_path)
    assert (tmp_path / "new/model/zeros.bin").stat().st_size <= 1 << 10


def test_bombs_of_members_that_overlap(tmp_path, monkeypatch):
    """What comes out is counted: many members that share the same bytes of the file are a bomb all the same."""
    monkeypatch.setattr(archive, "SMALL", 1 << 20)
    monkeypatch.setattr(archive, "MAX_RATIO", 1)
    content = members() | {f"{TOP}/model/zeros-{n}.bin": bytes(1 << 18) for n in range(5)}
    assert "bomb" in refusal(packed(content), tmp_path)


def test_counting_while_unpacking(tmp_path, monkeypatch):
    """The limit holds for what comes out even where the check of what was said is passed."""
    monkeypatch.setattr(archive, "_check_sizes", lambda infos, size: None)
    monkeypatch.setattr(archive, "SMALL", 1 << 20)
    data = packed(members() | {f"{TOP}/model/zeros.bin": bytes(4 << 20)})
    assert "bomb" in refusal(data, tmp_path)
    assert (tmp_path / "new/model/zeros.bin").stat().st_size <= 1 << 20


LIMITS = [("MAX_FILE", 1000, "model.bin"), ("MAX_BYTES", 1000, "unpacks to"), ("MAX_METADATA", 10, "metadata.json"), ("MAX_MEMBERS", 3, "members"), ("MAX_DIRECTORY", 100, "list of members")]  # fmt: skip


@pytest.mark.parametrize(("limit", "value", "said"), LIMITS)
def test_limits(tmp_path, monkeypatch, limit, value, said):
    """Each limit refuses, by its name; the same package passes without."""
    monkeypatch.setattr(archive, limit, value)
    assert said in refusal(packed(members()), tmp_path)
    monkeypatch.undo()
    assert unpacked(packed(members()), tmp_path)


def test_a_list_of_members_that_says_it_is_huge(tmp_path):
    """The list's length is the file's own claim; no memory is asked for on its word."""
    data = bytearray(packed(members()))
    end = data.rindex(b"PK\x05\x06")
    data[end + 12 : end + 16] = struct.pack("<I", 5 << 20)
    with_room = bytes(6 << 20) + bytes(data)
    assert "list of members" in refusal(with_room, tmp_path)


METADATA = [
    ({"from_code": 7}, "from_code"), ({"to_code": ["en"]}, "to_code"), ({"package_version": 1.0}, "package_version"),
    ({"from_name": {}}, "from_name"), ({"links": "https://example.org"}, "links"), ({"target_prefix": 1}, "target_prefix"),
    ({"from_code": ...}, "no from_code"), ({"package_version": ...}, "no package_version"), ({"to_code": ""}, "no to_code"),
    ({"from_code": "../ja"}, "no code"), ({"to_code": "english"}, "no code"), ({"to_code": "ja"}, "one language"),
    ({"package_version": "../../1"}, "not a version"), ({"package_version": "1" * 99}, "not a version"),
    ({"type": "sbd"}, "type 'sbd'"), ({"type": "code"}, "type 'code'"), ({"type": 3}, "type"), ({"to_code": "e\x1b[2Jn"}, "no code"),
]  # fmt: skip


@pytest.mark.parametrize(("metadata", "said"), METADATA)
def test_metadata_of_wrong_types(tmp_path, metadata, said):
    """Each value of the metadata has its type and form; what has another is named, without control characters."""
    message = refusal(packed(members(**metadata)), tmp_path)
    assert said in message
    assert message.isprintable()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "text", [b"", b"{", b"[]", b"7", b"\xff\xfe", b"[" * 100_000, b'{"a": ' + b"9" * 5000 + b"}", b"null"]
)
def test_metadata_that_is_no_json_object(tmp_path, text):
    """Whatever stands in metadata.json, it is a PackageError."""
    assert "metadata.json" in refusal(packed(members() | {f"{TOP}/metadata.json": text}), tmp_path)


def test_metadata_may_be_null(tmp_path):
    """Argostranslate takes null for nothing, and packages without a type to translate."""
    content = members(code=None, type="translate", languages=[], target_prefix="", from_code="zh-Hant", to_code="pb")
    assert unpacked(packed(content), tmp_path)


@pytest.mark.parametrize("data", [b"", b"PK", b"<html>", bytes(1000), b"PK\x05\x06" + bytes(18)])
def test_what_is_no_zip(tmp_path, data):
    """Bytes that are no zip file, or an empty one."""
    assert "zip" in refusal(data, tmp_path)


@pytest.mark.parametrize("part", [0.3, 0.6, 0.9, 0.999])
def test_truncated_files(tmp_path, part):
    """A download that broke off is no whole zip file."""
    data = packed(members())
    assert "not a whole zip file" in refusal(data[: int(len(data) * part)], tmp_path)


def test_damaged_content(tmp_path):
    """A bit that has changed is found by the checksum of its member."""
    data = bytearray(packed(members(), zipfile.ZIP_STORED))
    data[data.index(b"weights") + 500] ^= 1
    assert "not a whole zip file" in refusal(bytes(data), tmp_path)


GOOD = packed(members() | {f"{TOP}/README.md": b"read me", f"{TOP}/model/config.json": b"{}"})
changes = st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=4)), max_size=4)


@given(changes, st.integers(0, 60), st.integers(0, 60))
def test_any_bytes(changes, head, tail):
    """However a package file is changed or cut, it unpacks into its own folder or is a PackageError."""
    data = bytearray(GOOD)
    for at, value in changes:
        data[at : at + len(value)] = value
    with TemporaryDirectory() as place:
        try:
            unpack(io.BytesIO(bytes(data[head : len(data) - tail])), Path(place, "new"))
        except PackageError as error:
            said = str(error)
        else:
            said = ""
        assert said.isprintable()
        assert {path.name for path in Path(place).iterdir()} <= {"new"}


@given(
    st.integers(0, len(GOOD) - 1).filter(lambda at: at >= GOOD.index(b"PK\x01\x02")), st.binary(min_size=1, max_size=8)
)
def test_any_list_of_members(at, value):
    """The list of members can say anything."""
    data = bytearray(GOOD)
    data[at : at + len(value)] = value
    with TemporaryDirectory() as place:
        try:
            unpack(io.BytesIO(bytes(data)), Path(place, "new"))
        except PackageError:
            pass
        else:
            assert json.loads(Path(place, "new", "metadata.json").read_bytes())["from_code"] == "ja"


@given(st.binary(max_size=300))
def test_any_metadata(text):
    """metadata.json can hold anything."""
    with TemporaryDirectory() as place, pytest.raises(PackageError):
        unpack(io.BytesIO(packed(members() | {f"{TOP}/metadata.json": text})), Path(place, "new"))
