"""What is written: files that the generator made, and nothing else is touched."""

import contextlib
import ctypes
import os
import shutil
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

MANIFEST, LOCK, STAGING = ".manifest", ".lock", ".staging"
SITE_MARK = ".explainer"  # stands in a built site, which the next build may therefore delete
AT_FDCWD, RENAME_EXCHANGE = -100, 2  # as Linux numbers them


@dataclass(frozen=True, order=True)
class Output:
    """A file to write: its path below the root, with slashes, and its bytes."""

    path: str
    content: bytes


@dataclass(frozen=True)
class SyncResult:
    """How many files were written, deleted and left as they were."""

    written: int
    deleted: int
    unchanged: int


def sync(outputs: Iterable[Output], root: Path) -> SyncResult:
    """Make *root* hold *outputs*: write what changed, delete what was written once and no longer is.

    Files that the manifest does not name are left alone, and no link is followed. All that is new is on the disk
    before the first file is replaced, and each is replaced whole: a full disk changes nothing, and a crash leaves
    every file old or new.
    """
    wanted = _by_path(outputs)
    root.mkdir(parents=True, exist_ok=True)
    with locked(root):
        for folder in {root / parent for path in wanted for parent in _parents(path)}:
            if folder.is_symlink():
                raise OSError(f"{folder} is a link, and nothing is written through links")
        shutil.rmtree(root / STAGING, ignore_errors=True)  # what a crash left
        return _commit(root, wanted)


def replace_directory(new: Path, old: Path) -> None:
    """Put the folder *new* in the place of *old*, which is deleted; where that fails, *old* stays."""
    if not os.path.lexists(old):
        new.rename(old)
        return
    aside = new
    if not _exchange(new, old):
        aside = new.with_name(f"{new.name}-old")
        old.rename(aside)
        try:
            new.rename(old)
        except OSError:
            aside.rename(old)
            raise
    shutil.rmtree(aside, ignore_errors=True)


@contextlib.contextmanager
def locked(root: Path) -> Iterator[None]:
    """Let one build at a time write what is in *root*, or read it as a whole; another waits."""
    lock = os.open(root / LOCK, os.O_CREAT | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0), 0o644)
    try:
        _wait_for(lock)
        yield
    finally:
        os.close(lock)


def _wait_for(lock: int) -> None:
    """Hold the open file alone; closing it lets it go. Each system has a module of its own for that."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415  # Windows alone has it

        while True:
            try:
                msvcrt.locking(lock, msvcrt.LK_LOCK, 1)
            except OSError:  # it gives up after ten seconds, and a build may take longer
                time.sleep(1)
            else:
                return
    import fcntl  # noqa: PLC0415  # Windows has none

    fcntl.flock(lock, fcntl.LOCK_EX)


def _by_path(outputs: Iterable[Output]) -> dict[str, bytes]:
    wanted: dict[str, bytes] = {}
    for output in outputs:
        if not _is_inside(output.path):
            raise ValueError(f"{output.path!r} is not a path below the root")
        if output.path in wanted:
            raise ValueError(f"two outputs have the path {output.path!r}")
        wanted[output.path] = output.content
    if both := next((path for path in wanted for parent in _parents(path) if parent in wanted), None):
        raise ValueError(f"{both!r} lies in a folder that is an output itself")
    return wanted


def _is_inside(path: str) -> bool:
    """Whether it is written in the one way that names a file of ours below the root."""
    parts = PurePosixPath(path).parts
    own = parts[:1] in ((MANIFEST,), (LOCK,), (STAGING,))
    return bool(parts) and "/".join(parts) == path and ".." not in parts and path.isprintable() and not own


def _parents(path: str) -> list[str]:
    return [str(parent) for parent in PurePosixPath(path).parents][:-1]


def _commit(root: Path, wanted: Mapping[str, bytes]) -> SyncResult:
    before = _manifest(root)
    changed = {path: content for path, content in wanted.items() if _current(root, path) != content}
    gone = [path for path in before if path not in wanted and _is_ours(root, path)]
    if changed or gone or before != sorted(wanted):
        (root / STAGING).mkdir()
        try:
            with_old = _stage(root, "before", {MANIFEST: _listed({*before, *wanted})})
            staged = _stage(root, "after", {**changed, MANIFEST: _listed(wanted)})
            _place(root, with_old)
            for path in gone:
                _delete(root, path)
            _place(root, staged)
        finally:
            shutil.rmtree(root / STAGING, ignore_errors=True)
    return SyncResult(len(changed), len(gone), len(wanted) - len(changed))


def _manifest(root: Path) -> list[str]:
    if (root / MANIFEST).is_symlink() or not (root / MANIFEST).exists():
        return []
    lines = (root / MANIFEST).read_text("utf-8", errors="replace").splitlines()
    return [line for line in lines if _is_inside(line)]


def _listed(paths: Iterable[str]) -> bytes:
    return "".join(f"{path}\n" for path in sorted(paths)).encode()


def _is_ours(root: Path, path: str) -> bool:
    """Whether the file that was once written is still there, and in *root* itself."""
    linked = any((root / parent).is_symlink() for parent in _parents(path))
    return not linked and ((root / path).is_file() or (root / path).is_symlink())


def _current(root: Path, path: str) -> bytes | None:
    file = root / path
    return file.read_bytes() if file.is_file() and not file.is_symlink() else None


def _stage(root: Path, name: str, contents: Mapping[str, bytes]) -> dict[str, Path]:
    folder = root / STAGING / name
    folder.mkdir()
    staged = {path: folder / str(number) for number, path in enumerate(contents)}
    for path, file in staged.items():
        file.write_bytes(contents[path])
    return staged


def _place(root: Path, staged: Mapping[str, Path]) -> None:
    for path, file in staged.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        file.replace(root / path)


def _delete(root: Path, path: str) -> None:
    (root / path).unlink()
    for parent in _parents(path):
        if any((root / parent).iterdir()):
            break
        (root / parent).rmdir()


def _exchange(new: Path, old: Path) -> bool:
    """Exchange two names in one step, where the system can: not even a crash then leaves none."""
    try:
        rename = ctypes.CDLL(None).renameat2
    except (AttributeError, OSError, TypeError):  # neither macOS nor Windows has it
        return False
    return bool(rename(AT_FDCWD, os.fsencode(new), AT_FDCWD, os.fsencode(old), RENAME_EXCHANGE) == 0)
