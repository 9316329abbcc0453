"""Changes of an entry's text in place: what has to change is replaced, all else stays as it was written.

A round trip through a YAML library would give another text: it indents lists its own way, folds long lines and sets
blanks before comments anew. So the places of the parts are taken from the parser, and only changed parts are written.
"""

from collections.abc import Iterable, Mapping, Sequence

from jaen.glossary.saving.yaml_align import align, compare
from jaen.glossary.saving.yaml_comments import comments_of, lines_with
from jaen.glossary.saving.yaml_layout import Plain, flow, indented, item_lines, part_lines, parts_of, units
from jaen.glossary.saving.yaml_scalars import write_flow_text, write_text
from jaen.glossary.saving.yaml_tree import Entry, Node, YamlText

__all__ = ["TextEdit", "TooIntricate"]

_DEFAULTS = {"keep": "false", "status": "preferred", "type": "full", "use": "always", "pos": "noun", "boundary": "free"}


class TooIntricate(Exception):
    """The text is written in a way in which this change can't be made in place."""


class TextEdit:
    """Replacements in the text of an entry.

    Args:
        text: the entry as it is.

    Attributes:
        gone: the comments that are removed with the item of a list that they are about.
    """

    def __init__(self, text: YamlText) -> None:
        self._text = text
        self._changes: list[tuple[int, int, str]] = []
        self.gone: list[str] = []

    def result(self, start: int = 0, end: int | None = None) -> str:
        """The text from *start* to *end* with the changes made in it."""
        end = len(self._text.text) if end is None else end
        parts, position = [], start
        for first, last, written in sorted(self._changes, key=lambda change: change[:2]):
            if first < position:
                raise TooIntricate
            parts += [self._text.text[position:first], written]
            position = last
        return "".join([*parts, self._text.text[position:end]])

    def replace_fields(self, old: Mapping[str, Plain], new: Mapping[str, Plain]) -> None:
        """Make the entry, which says *old*, say *new*, by writing each field that differs anew in canonical form.

        Raises:
            TooIntricate: all of it stands in braces.
        """
        root = self._text.root
        if root.is_flow:
            raise TooIntricate
        for entry in root.entries:
            if entry.key in old and entry.key not in new:
                self._remove_field(root, entry)
        for key, value in new.items():
            entry_now = root.get(key)
            if key in old and flow(old[key]) == flow(value):
                continue
            if entry_now is None:
                self._insert_field(root, key, value, list(new))
            else:
                self._replace_field(entry_now, old.get(key), value)

    def _replace_field(self, entry: Entry, old: Plain | None, new: Plain) -> None:
        text, end = self._text, self._chunk_end(entry)
        fields = {entry.key: new}
        renamed, removed = compare({entry.key: old or []}, fields)
        comments = comments_of(text, entry.start, end)
        self.gone += comments.on_items(removed)
        lines = lines_with(fields, comments.moved(parts_of(fields), renamed, removed))
        first, *others = indented(lines, text.column(entry.start))
        newline = "" if end == len(text.text) and text.column(end) else text.newline(end)
        self._changes.append((entry.start, end, self._joined([first.lstrip(" "), *others], entry.start) + newline))

    # Fields

    def change_fields(self, node: Node, old: Mapping[str, Plain], new: Mapping[str, Plain]) -> None:
        """Make the mapping *node*, which says *old*, say *new*.

        Raises:
            TooIntricate: it can't be done in place.
        """
        if [key for key in old if key in new] != [key for key in new if key in old]:
            raise TooIntricate
        # What is said need not be written: the state of a review goes without saying.
        removed = [entry for key in old if key not in new and (entry := node.get(key))]
        if node.is_flow:
            if len(removed) == len(node.entries):
                self._replace_all(node, [f"{key}: {flow(value)}" for key, value in new.items()])
                return
            self._remove_from_flow(node, [node.entries.index(entry) for entry in removed])
        else:
            for entry in removed:
                self._remove_field(node, entry)
        for key, value in new.items():
            if key in old and flow(old[key]) == flow(value):
                continue
            if entry := node.get(key):
                self.change_value(entry, old.get(key), value)
            else:
                self._insert_field(node, key, value, list(new))

    def _remove_field(self, node: Node, entry: Entry) -> None:
        """Take a field's lines out; a comment on it stays."""
        text = self._text
        end = text.line_end(entry.end)
        comments = text.comments_in(entry.start, end)
        if comments and entry.key in _DEFAULTS and entry.value.kind == "text":
            self._change_text(entry, _DEFAULTS[entry.key])
        elif not text.before(entry.start).strip():
            indent = text.before(entry.start)
            rest = "".join(f"{indent}{one.text}{text.newline(end)}" for one in comments)
            self._changes.append((text.line_start(entry.start), end, rest))
        elif comments or len(node.entries) < 2:
            raise TooIntricate
        else:  # behind a hyphen, where the next field moves up to
            self._changes.append((entry.start, node.entries[1].start, ""))

    def _insert_field(self, node: Node, key: str, value: Plain, order: Sequence[str]) -> None:
        """Put a new field into a mapping, behind the nearest one that comes before it in *order*."""
        before = [entry for one in order[: order.index(key)] if (entry := node.get(one))]
        if node.is_flow:
            index = node.entries.index(before[-1]) if before else -1
            self._insert_into_flow(node, index, f"{key}: {flow(value)}")
            return
        is_top = node is self._text.root
        lines = [line for unit in units({key: value}) for line in unit.lines] if is_top else part_lines(key, value)
        first = node.entries[0]
        column = self._text.column(first.start)
        if before:
            self._insert_lines(self._chunk_end(before[-1]), indented(lines, column))
        elif not self._text.before(first.start).strip():
            self._insert_lines(self._text.line_start(first.start), indented(lines, column))
        else:
            head, *rest = lines
            written = self._joined([head, *indented([*rest, ""], column)], first.start)
            self._changes.append((first.start, first.start, f"{written}{'':<{column}}"))

    def change_value(self, entry: Entry, old: Plain | None, new: Plain) -> None:
        """Make the value of *entry*, which says *old*, say *new*; None where it said a default."""
        node = entry.value
        if isinstance(new, str) and node.kind == "text":
            self._change_text(entry, new)
        elif isinstance(new, list) and node.kind == "list":
            self._change_items(node, old if isinstance(old, list) else [], new)
        elif isinstance(new, dict) and node.kind == "fields":
            self.change_fields(node, old if isinstance(old, dict) else {}, new)
        else:
            raise TooIntricate

    def _change_text(self, entry: Entry, new: str) -> None:
        """Write another text, in quotes if there were some; a comment behind the | of a block stays."""
        node, text = entry.value, self._text
        sign = text.text[node.start]
        quote = sign if sign in "'\"" else ""
        if node.is_flow:
            self._changes.append((node.start, node.end, write_flow_text(new, quote)))
            return
        first, *rest = write_text(new, quote).split("\n")
        comments = [f"  {one.text}" for one in text.comments_in(node.start, node.end)]
        lines = ["".join([first, *comments]), *indented(rest, text.column(entry.start))]
        self._changes.append((node.start, node.end, self._joined(lines, node.start)))

    # Items

    def _change_items(self, node: Node, old: Sequence[Plain], new: Sequence[Plain]) -> None:
        if len(node.entries) != len(old):
            raise TooIntricate
        origins = align(old, new)
        kept = [index for index in origins if index is not None]
        if node.is_flow:
            if not kept:
                self._replace_all(node, map(flow, new))
                return
        elif not new or any(self._text.before(entry.start).strip() for entry in node.entries):
            raise TooIntricate
        wanted = {origin: item for origin, item in zip(origins, new, strict=True) if origin is not None}
        self._place_kept(node, old, wanted, kept)
        self._remove_items(node, [index for index in range(len(old)) if index not in wanted])
        slots = [-1, *sorted(kept)]
        count = 0
        for origin, item in zip(origins, new, strict=True):
            if origin is not None:
                count += 1
            elif node.is_flow:
                self._insert_into_flow(node, slots[count], flow(item))
            else:
                self._insert_item(node, slots[count], item)

    def _place_kept(self, node: Node, old: Sequence[Plain], wanted: Mapping[int, Plain], kept: Sequence[int]) -> None:
        """Change the items that stay, and let them change places where their order is another one."""
        for slot, index in zip(sorted(kept), kept, strict=True):
            entry = node.entries[index]
            edit = self if slot == index else TextEdit(self._text)
            if flow(old[index]) != flow(wanted[index]):
                edit.change_value(entry, old[index], wanted[index])
            if slot == index:
                continue
            self.gone += edit.gone
            start, end = self._extent(node, node.entries[slot])
            written = edit.result(*self._extent(node, entry))
            if not node.is_flow:  # the last line of a file may have no end
                line_end = self._text.text[start:end][len(self._text.text[start:end].rstrip("\r\n")) :]
                written = written.rstrip("\r\n") + line_end
            self._changes.append((start, end, written))

    def _extent(self, node: Node, entry: Entry) -> tuple[int, int]:
        """An item with all that is its own: in lines, whole lines with the comments on it."""
        if node.is_flow:
            return entry.start, entry.end
        return self._chunk_start(entry), self._chunk_end(entry)

    def _remove_items(self, node: Node, indices: Sequence[int]) -> None:
        if node.is_flow:
            self._remove_from_flow(node, indices)
            return
        for index in indices:
            start, end = self._extent(node, node.entries[index])
            self.gone += [one.text for one in self._text.comments_in(start, end)]
            self._changes.append((start, end, ""))

    def _insert_item(self, node: Node, index: int, item: Plain) -> None:
        """Put an item in lines behind that at *index* (-1: before all), written like its neighbor."""
        neighbor = node.entries[max(0, index)]
        value = neighbor.value
        width = value.start - neighbor.start
        is_beside = self._text.line_start(value.start) == self._text.line_start(neighbor.start)
        lines = item_lines(item, is_flow=value.is_flow, width=width if is_beside else 2)
        position = self._chunk_end(neighbor) if index >= 0 else self._chunk_start(neighbor)
        self._insert_lines(position, indented(lines, self._text.column(neighbor.start)))

    # In brackets and braces

    def _remove_from_flow(self, node: Node, indices: Iterable[int]) -> None:
        """Take out entries, not all of them, with their commas."""
        entries = node.entries
        for first, last in _runs(sorted(indices)):
            if last + 1 < len(entries):
                start, end = entries[first].start, entries[last + 1].start
            else:
                start, end = entries[first - 1].end, entries[last].end
            if self._text.comments_in(start, end):
                raise TooIntricate
            self._changes.append((start, end, ""))

    def _insert_into_flow(self, node: Node, index: int, written: str) -> None:
        """Put *written* behind the entry at *index*; -1: before all."""
        text, entries = self._text, node.entries
        if not entries:
            self._changes.append((node.start + 1, node.start + 1, written))
            return
        if index < 0:
            is_alone = not text.before(entries[0].start).strip()
            parting = f"{text.newline(entries[0].start)}{text.before(entries[0].start)}" if is_alone else " "
            self._changes.append((entries[0].start, entries[0].start, f"{written},{parting}"))
            return
        entry = entries[index]
        following = entries[index + 1].start if index + 1 < len(entries) else node.end - 1
        line_end = text.line_end(entry.end)
        if text.before(entry.start).strip() or following < line_end:
            self._changes.append((entry.end, entry.end, f", {written}"))
            return
        comma = text.find_sign(",", entry.end, following)
        if comma >= line_end:
            raise TooIntricate
        if comma < 0:
            self._changes.append((entry.end, entry.end, ","))
        end = "," if comma >= 0 else ""
        line = f"{text.before(entry.start)}{written}{end}{text.newline(line_end)}"
        self._changes.append((line_end, line_end, line))

    def _replace_all(self, node: Node, written: Iterable[str]) -> None:
        start, end = (node.entries[0].start, node.entries[-1].end) if node.entries else (node.start + 1, node.start + 1)
        if self._text.comments_in(node.start, node.end):
            raise TooIntricate
        self._changes.append((start, end, ", ".join(written)))

    # Lines

    def _chunk_end(self, entry: Entry) -> int:
        """Behind the last line of a field or item, with the comments below that stand further to the right."""
        text = self._text
        end, column = text.line_end(entry.end), text.column(entry.start)
        while (comment := text.comment_alone(end)) and text.column(comment.start) > column:
            end = text.line_end(comment.start)
        return end

    def _chunk_start(self, entry: Entry) -> int:
        """The first line of an item, with the comments right above it."""
        text = self._text
        start, column = text.line_start(entry.start), text.column(entry.start)
        while start and (comment := text.comment_alone(text.line_start(start - 1))):
            if text.column(comment.start) > column:
                break
            start = text.line_start(start - 1)
        return start

    def _insert_lines(self, position: int, lines: Iterable[str]) -> None:
        text = self._text
        written = self._joined([*lines, ""], position)
        if position == len(text.text) and text.column(position):  # behind a last line without an end
            newline = text.newline(position)
            written = newline + written.removesuffix(newline)
        self._changes.append((position, position, written))

    def _joined(self, lines: Iterable[str], position: int) -> str:
        return self._text.newline(position).join(lines)


def _runs(indices: Sequence[int]) -> list[tuple[int, int]]:
    """Stretches of neighbors.

    >>> _runs([1, 2, 5])
    [(1, 2), (5, 5)]
    """
    runs: list[tuple[int, int]] = []
    for index in indices:
        if runs and runs[-1][1] == index - 1:
            runs[-1] = runs[-1][0], index
        else:
            runs.append((index, index))
    return runs
