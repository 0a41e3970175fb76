"""What the generator wrote it may change and delete; a fault leaves every file old or new, and the rest untouched."""

import multiprocessing
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explainer.render import write
from explainer.render.write import LOCK, MANIFEST, Output, SyncResult, locked, replace_directory, sync
from tests.conftest import ROOT

BREAD = Output("bread/rye.md", b"Rye.\n")
HOURS = Output("hours.md", b"From six.\n")


def _files(root: Path) -> dict[str, bytes]:
    """All files but the lock and the manifest."""
    paths = (path for path in root.rglob("*") if path.is_file() and path.name not in (LOCK, MANIFEST))
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(paths)}


def _whole(letter: str) -> list[Output]:
    """A hundred files of one letter, each of several pages of the disk."""
    return [Output(f"{number % 7}/{number}.md", letter.encode() * 20_000) for number in range(100)]


def test_the_root_holds_what_is_written(tmp_path: Path) -> None:
    assert sync([BREAD, HOURS], tmp_path / "new" / "pages") == SyncResult(written=2, deleted=0, unchanged=0)
    assert _files(tmp_path / "new" / "pages") == {"bread/rye.md": b"Rye.\n", "hours.md": b"From six.\n"}


def test_only_what_changed_is_written_and_what_is_gone_deleted(tmp_path: Path) -> None:
    sync([BREAD, HOURS, Output("flour.md", b"White.\n")], tmp_path)
    before = (tmp_path / "hours.md").stat()  # a reading moves a file's own time of access

    assert sync([HOURS, Output("flour.md", b"Brown.\n")], tmp_path) == SyncResult(written=1, deleted=1, unchanged=1)
    assert _files(tmp_path) == {"flour.md": b"Brown.\n", "hours.md": b"From six.\n"}
    after = (tmp_path / "hours.md").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert not (tmp_path / "bread").exists()


def test_a_second_time_nothing_is_written(tmp_path: Path) -> None:
    sync([BREAD, HOURS], tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}

    assert sync([HOURS, BREAD], tmp_path) == SyncResult(written=0, deleted=0, unchanged=2)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_what_others_wrote_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "bread").mkdir()
    (tmp_path / "bread" / "mine.md").write_bytes(b"Mine.\n")
    sync([BREAD], tmp_path)

    assert sync([], tmp_path) == SyncResult(written=0, deleted=1, unchanged=0)
    assert _files(tmp_path) == {"bread/mine.md": b"Mine.\n"}


def test_a_file_can_become_a_folder_and_a_folder_a_file(tmp_path: Path) -> None:
    sync([Output("bread", b"Rye."), Output("hours/early.md", b"Six.")], tmp_path)
    sync([Output("bread/rye.md", b"Rye."), Output("hours", b"Six.")], tmp_path)

    assert _files(tmp_path) == {"bread/rye.md": b"Rye.", "hours": b"Six."}


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/bread",
        "..",
        "../bread",
        "bread/../../rye",
        "bread//rye",
        "./bread",
        "bread/",
        "a\nb",
        "a\0b",
        LOCK,
        MANIFEST,
    ],
)
def test_a_path_that_is_not_below_the_root_is_a_bug(path: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="is not a path below the root"):
        sync([Output(path, b"")], tmp_path)


@pytest.mark.parametrize("other", [BREAD.path, f"{BREAD.path}/crust.md"])
def test_two_outputs_in_one_place_are_a_bug(other: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"two outputs have the path|lies in a folder that is an output"):
        sync([BREAD, Output(other, b"")], tmp_path)


def test_no_link_is_followed(tmp_path: Path) -> None:
    root, outside = tmp_path / "root", tmp_path / "outside"
    outside.mkdir()
    (outside / "rye.md").write_bytes(b"Outside.\n")
    sync([BREAD, HOURS], root)
    (root / "hours.md").unlink()
    (root / "hours.md").symlink_to(outside / "rye.md")
    (root / "bread" / "rye.md").unlink()
    (root / "bread").rmdir()
    (root / "bread").symlink_to(outside)

    with pytest.raises(OSError, match="bread is a link"):
        sync([BREAD], root)
    sync([HOURS], root)

    assert _files(outside) == {"rye.md": b"Outside.\n"}
    assert (root / "hours.md").is_symlink() is False


def test_a_lock_that_is_a_link_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "precious").write_bytes(b"Precious.")
    (tmp_path / "root").mkdir()
    (tmp_path / "root" / LOCK).symlink_to(tmp_path / "precious")

    with pytest.raises(OSError, match=LOCK):
        sync([BREAD], tmp_path / "root")


def test_a_manifest_that_points_outside_deletes_nothing_there(tmp_path: Path) -> None:
    (tmp_path / "precious").write_bytes(b"Precious.")
    sync([BREAD], tmp_path / "root")
    (tmp_path / "root" / MANIFEST).write_bytes(f"../precious\n{tmp_path}/precious\n\xff\n".encode("latin-1"))

    assert sync([HOURS], tmp_path / "root") == SyncResult(written=1, deleted=0, unchanged=0)
    assert _files(tmp_path) == {
        "precious": b"Precious.",
        "root/bread/rye.md": b"Rye.\n",
        "root/hours.md": b"From six.\n",
    }


def test_a_full_disk_leaves_all_as_it_was(tmp_path: Path) -> None:
    sync(_whole("a"), tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, old[1]))
    try:
        with pytest.raises(OSError, match="File too large"):
            sync([*_whole("b")[:50], Output("last.md", b"b" * 40_000)], tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
        signal.signal(signal.SIGXFSZ, ignored)

    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


WRITE_FOR_EVER = """
import sys
from pathlib import Path
from explainer.render.write import sync
from tests.test_write import _whole
while True:
    for letter in "ab":
        sync(_whole(letter), Path(sys.argv[1]))
        print(letter, flush=True)
"""


@pytest.mark.slow
def test_a_kill_at_any_moment_leaves_every_file_old_or_new(tmp_path: Path) -> None:
    allowed = {b"a" * 20_000, b"b" * 20_000}
    for wait in (0.0, 0.003, 0.007, 0.011, 0.017, 0.023):
        command = [sys.executable, "-c", WRITE_FOR_EVER, str(tmp_path)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(wait)
            writer.kill()
        shown = {path: content for path, content in _files(tmp_path).items() if not path.startswith(".staging/")}
        assert (len(shown), set(shown.values()) - allowed) == (100, set())

    sync([HOURS], tmp_path)
    assert _files(tmp_path) == {"hours.md": b"From six.\n"}


def _sync_letter(letter: str, root: str) -> None:
    for _ in range(3):
        sync(_whole(letter), Path(root))


@pytest.mark.slow
def test_builds_at_once_do_not_mix(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_sync_letter, args=(letter, str(tmp_path))) for letter in "abcd"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    assert [writer.exitcode for writer in writers] == [0, 0, 0, 0]
    assert len(set(_files(tmp_path).values())) == 1


@pytest.mark.slow
def test_who_reads_as_a_whole_makes_a_writer_wait(tmp_path: Path) -> None:
    sync([HOURS], tmp_path)
    writer = multiprocessing.get_context("spawn").Process(target=_sync_letter, args=("a", str(tmp_path)))
    with locked(tmp_path):
        writer.start()
        writer.join(1)
        assert (writer.is_alive(), _files(tmp_path)) == (True, {"hours.md": b"From six.\n"})
    writer.join()
    assert len(_files(tmp_path)) == 100


@pytest.fixture(params=["exchanges names", "only renames"])
def _system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a test as on a system that can exchange two names in one step, and as on one that cannot."""
    if request.param == "only renames":
        monkeypatch.setattr(write, "_exchange", lambda _new, _old: False)


def _site(folder: Path, word: str) -> Path:
    folder.mkdir()
    (folder / "index.html").write_text(word, encoding="utf-8")
    return folder


@pytest.mark.usefixtures("_system")
def test_the_new_site_takes_the_place_of_the_old(tmp_path: Path) -> None:
    old, new = _site(tmp_path / "site", "old"), _site(tmp_path / "beside", "new")

    replace_directory(new, old)

    assert _files(tmp_path) == {"site/index.html": b"new"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_first_site_needs_no_old_one(tmp_path: Path) -> None:
    replace_directory(_site(tmp_path / "beside", "new"), tmp_path / "site")

    assert _files(tmp_path) == {"site/index.html": b"new"}


@pytest.mark.usefixtures("_system")
def test_a_site_that_cannot_take_its_place_leaves_the_old_standing(tmp_path: Path) -> None:
    old = _site(tmp_path / "site", "old")

    with pytest.raises(FileNotFoundError):
        replace_directory(tmp_path / "never-built", old)

    assert _files(tmp_path) == {"site/index.html": b"old"}


PATHS = st.lists(st.sampled_from(["a", "b", "c.md", "d e", "é"]), min_size=1, max_size=3).map("/".join)
SETS = st.dictionaries(PATHS, st.binary(max_size=3), max_size=6).filter(
    lambda files: not any(other.startswith(f"{path}/") for path in files for other in files)
)


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(SETS, min_size=1, max_size=4))
def test_whatever_was_there_the_last_outputs_are_what_is_there(tmp_path: Path, sets: list[dict[str, bytes]]) -> None:
    for files in sets:
        sync([Output(path, content) for path, content in files.items()], tmp_path)

        assert _files(tmp_path) == files
        assert [path for path in tmp_path.rglob("*") if path.is_dir() and not any(path.iterdir())] == []


def test_the_package_is_imported_where_files_are_locked_in_another_way() -> None:
    """Neither module for locking is needed before a build: Windows has the one, all others the other."""
    code = "import sys; sys.modules['fcntl'] = sys.modules['msvcrt'] = None; import explainer.cli"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_where_no_library_can_exchange_two_names_they_are_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(_: None) -> None:
        raise TypeError("as on Windows")

    monkeypatch.setattr("ctypes.CDLL", missing)

    replace_directory(_site(tmp_path / "beside", "new"), _site(tmp_path / "site", "old"))

    assert _files(tmp_path) == {"site/index.html": b"new"}
