"""Many processes share one memory, and any of them may be killed at any moment."""

import importlib.util
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from jaen.translation.memory import Memory

needs_fork = pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither fork nor kill -9")
SCRIPT = Path(__file__).with_name("keeper.py")
SPEC = importlib.util.spec_from_file_location("keeper", SCRIPT)
keeper = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(keeper)


def start(path, name, first, count):
    command = [sys.executable, SCRIPT, path, name, str(first), str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


@pytest.mark.slow
def test_eight_processes_keep_a_hundred_times_each(tmp_path):
    """Nothing is lost and nobody fails when eight processes begin at once on a file that is not there yet."""
    memory = Memory(tmp_path / "m.sqlite")
    writers = [start(memory.path, f"w{number}", 0, 100) for number in range(8)]
    told = [writer.communicate()[0].splitlines() for writer in writers]
    assert [writer.returncode for writer in writers] == [0] * 8
    assert {len(lines) for lines in told} == {101}
    assert sum(one.count for one in memory.counts().groups) == 8 * 100 * keeper.SIZE
    entries = {k: v for name in range(8) for n in range(100) for k, v in keeper.batch(f"w{name}", n).items()}
    assert memory.recall(list(entries)) == list(entries.values())


@needs_fork
def test_a_forked_process_has_its_own_connection(tmp_path):
    """Parent and child go on with the same object after a fork."""
    memory = Memory(tmp_path / "m.sqlite")
    memory.keep(keeper.batch("before", 0))
    child = os.fork()
    if child == 0:
        code = 1
        try:
            for number in range(20):
                memory.keep(keeper.batch("child", number))
            code = 0
        finally:
            os._exit(code)
    for number in range(20):
        memory.keep(keeper.batch("parent", number))
    assert os.waitpid(child, 0)[1] == 0
    assert memory.affected([("c", "r")]) == 41 * keeper.SIZE


@needs_fork
@pytest.mark.slow
def test_killed_at_any_moment(tmp_path):
    """After kill -9 the next run works: all that was told as kept is there, and half a batch never."""
    memory = Memory(tmp_path / "m.sqlite")
    moments = random.Random(4)
    done = 0
    for _ in range(6):
        writer = start(memory.path, "w", done, 1_000_000)
        assert writer.stdout.readline() == "begun\n"
        heard = [writer.stdout.readline() for _ in range(moments.randrange(4))]
        time.sleep(moments.random() * 0.003)  # somewhere in the next batch
        writer.send_signal(signal.SIGKILL)
        told = [*heard, *writer.communicate()[0].splitlines()]
        done = int(told[-1]) + 1 if told else done
        kept = sum(one.count for one in memory.counts().groups)
        assert kept in (done * keeper.SIZE, (done + 1) * keeper.SIZE)  # the last one may be kept and not yet told
        assert memory.affected([("c", "r")]) == kept
        done = kept // keeper.SIZE
        entries = {key: entry for number in range(done) for key, entry in keeper.batch("w", number).items()}
        assert memory.recall(list(entries)) == list(entries.values())
    assert done > 6
