"""What is written: files that the generator made, and nothing else is touched."""

import contextlib
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

MANIFEST = ".manifest"
LOCK = ".lock"


@dataclass(frozen=True, order=True)
class Output:
    """A file to write: its path below the root, with slashes, and its bytes."""

    path: str
    content: bytes


@dataclass(frozen=True)
class Synced:
    """How many files were written, deleted and left as they were."""

    written: int
    deleted: int
    unchanged: int


def sync(outputs: Iterable[Output], root: Path) -> Synced:
    """Make *root* hold *outputs*: write what changed, delete what was written once and no longer is.

    Files that the manifest does not name are left alone. Each file is replaced whole, so that a reader or a
    crash sees the old or the new one.
    """
    wanted = _by_path(outputs)
    root.mkdir(parents=True, exist_ok=True)
    with _locked(root):
        before = _manifest(root)
        _write_manifest(root, sorted({*before, *wanted}))
        changed = [path for path, content in wanted.items() if _current(root, path) != content]
        for path in changed:
            _replace(root, path, wanted[path])
        gone = [path for path in before if path not in wanted and _delete(root, path)]
        _write_manifest(root, sorted(wanted))
    return Synced(len(changed), len(gone), len(wanted) - len(changed))


def swap(new: Path, old: Path) -> None:
    """Put the folder *new* in the place of *old*; where that fails, *old* is put back."""
    if not old.exists():
        new.rename(old)
        return
    aside = Path(tempfile.mkdtemp(dir=old.parent, prefix=f".{old.name}-old-"))
    old.rename(aside / "site")
    try:
        new.rename(old)
    except OSError:
        (aside / "site").rename(old)
        raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _by_path(outputs: Iterable[Output]) -> dict[str, bytes]:
    wanted: dict[str, bytes] = {}
    for output in outputs:
        parts = PurePosixPath(output.path).parts
        if not parts or output.path.startswith("/") or ".." in parts or parts[0] in (MANIFEST, LOCK):
            message = f"{output.path!r} is not a path below the root"
            raise ValueError(message)
        if output.path in wanted:
            message = f"two outputs have the path {output.path!r}"
            raise ValueError(message)
        wanted[output.path] = output.content
    return wanted


@contextlib.contextmanager
def _locked(root: Path) -> Iterator[None]:
    """Let one build at a time write; another waits."""
    with (root / LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _manifest(root: Path) -> list[str]:
    try:
        return (root / MANIFEST).read_text("utf-8").splitlines()
    except FileNotFoundError:
        return []


def _write_manifest(root: Path, paths: list[str]) -> None:
    content = "".join(f"{path}\n" for path in paths).encode()
    if _current(root, MANIFEST) != content:
        _replace(root, MANIFEST, content)


def _current(root: Path, path: str) -> bytes | None:
    file = root / path
    if not file.is_file() or file.is_symlink():
        return None
    return file.read_bytes()


def _replace(root: Path, path: str, content: bytes) -> None:
    file = root / path
    _real_folder(root, file.parent)
    descriptor, name = tempfile.mkstemp(dir=file.parent, prefix=".writing-")
    try:
        with os.fdopen(descriptor, "wb") as beside:
            beside.write(content)
            os.fchmod(beside.fileno(), 0o644)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _real_folder(root: Path, folder: Path) -> None:
    """Make the folder, and refuse to follow a link out of the root."""
    folder.mkdir(parents=True, exist_ok=True)
    if not folder.resolve().is_relative_to(root.resolve()):
        message = f"{folder} leads out of {root}"
        raise OSError(message)


def _delete(root: Path, path: str) -> bool:
    file = root / path
    if not file.is_file() and not file.is_symlink():
        return False
    file.unlink()
    for folder in file.parents:
        if folder == root or any(folder.iterdir()):
            break
        folder.rmdir()
    return True
