"""Whole files: the old one or the new one, never a part."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from aligner.errors import RecordError
from aligner.store.atomic import sweep, write_whole
from aligner.store.processes import alive, host, started
from tests.store.faults import FaultyDisk


def test_a_file_is_replaced_whole_and_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "g.yaml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("method", ["make_folder", "open_new", "write", "sync", "replace"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EROFS])
def test_a_failing_disk_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, method: str, code: int
) -> None:
    path = tmp_path / "g.yaml"
    path.write_bytes(b"old")
    with pytest.raises(RecordError, match="cannot be written"):
        write_whole(path, b"new", disk=FaultyDisk(method, code, taken=1))
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_what_a_dead_process_left_is_swept_and_what_a_living_one_writes_is_not(
    tmp_path: Path,
) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    gone = tmp_path / f".g.yaml.{host()}.{dead.pid}.0a1b2c3d.aligner-tmp"
    kept = tmp_path / f".g.yaml.{host()}.{os.getpid()}.0a1b2c3d.aligner-tmp"
    elsewhere = tmp_path / ".g.yaml.another-host.1.0a1b2c3d.aligner-tmp"
    mine = tmp_path / ".g.aligner-tmp"
    for path in (gone, kept, elsewhere, mine):
        path.write_bytes(b"")
    assert sweep(tmp_path) == (gone,)
    assert {path.name for path in tmp_path.iterdir()} == {kept.name, elsewhere.name, mine.name}
    assert sweep(tmp_path / "nowhere") == ()


def test_a_process_is_told_from_another_that_got_its_number() -> None:
    me = os.getpid()
    assert alive(me)
    assert alive(me, started(me))
    if started(me):
        assert not alive(me, "1")
    assert not alive(0)
    assert not alive(-5)
