"""Pagefind, spoken to over its service: messages of JSON in Base64 with a comma after each, answered in order.

Its own wrapper for Python waits a tenth of a second for each answer. Here all is asked at once.
"""

import base64
import gzip
import json
import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from io import BufferedReader
from typing import Any

from pagefind_bin import get_executable

SIGNATURE = b"pagefind_dcd"
CHUNK = 1 << 20
# a reader loads the chunks that hold the words; of the usual 20,000 places each, they are most of what is loaded
SMALL_CHUNKS = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "2500"}
Message = dict[str, Any]


def index_files(records: Iterable[Mapping[str, object]], language: str) -> dict[str, bytes]:
    """The files of an index by their paths; each record has a `url`, its `content`, and fields under `meta`."""
    asked: list[Message] = [{"type": "NewIndex", "config": {"force_language": language}}]
    asked += [{"type": "AddRecord", "index_id": 0, "language": language, **record} for record in records]
    *_, files = _answers([*asked, {"type": "GetFiles", "index_id": 0}])
    return {file["path"]: base64.b64decode(file["content"]) for file in files["files"]}


def url_of(fragment: bytes) -> str:
    """The `url` of the record that a fragment was made of."""
    return str(json.loads(gzip.decompress(fragment).removeprefix(SIGNATURE))["url"])


def _answers(asked: list[Message]) -> Iterator[Message]:
    """What Pagefind answers to each message. It reads all of them before it writes: neither waits for the other."""
    command, environment = [str(get_executable()), "--service"], os.environ | SMALL_CHUNKS
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as service:
        if service.stdin and isinstance(service.stdout, BufferedReader):
            service.stdin.write(b"".join(_sent(number, payload) for number, payload in enumerate(asked)))
            service.stdin.flush()  # not closed: at its end Pagefind stops, whatever it still has to do
            yield from _received(service.stdout, len(asked))


def _sent(number: int, payload: Message) -> bytes:
    return base64.b64encode(json.dumps({"message_id": number, "payload": payload}).encode()) + b","


def _received(stream: BufferedReader, number: int) -> Iterator[Message]:
    parts: list[bytes] = []
    while number:
        *ends, rest = _more(stream).split(b",")
        for end in ends:
            yield _payload(b"".join([*parts, end]))
            parts, number = [], number - 1
        parts.append(rest)


def _more(stream: BufferedReader) -> bytes:
    if found := stream.read1(CHUNK):
        return found
    raise RuntimeError("Pagefind stopped before it had answered")


def _payload(answer: bytes) -> Message:
    payload: Message = json.loads(base64.b64decode(answer))["payload"]
    if payload["type"] == "Error":
        raise RuntimeError(f"Pagefind: {payload['message']}")
    return payload
