"""JSON Schemas (draft-07) for the editor: fields with their hovers, vocabularies and ids as choices."""

import contextlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from explainer.editing.fields import VOCABULARIES, told
from explainer.record import models, parts, site_config
from explainer.record.graph import SITE, Graph
from explainer.record.models import KINDS
from explainer.record.site_config import SiteConfig
from explainer.record.values import ID_PATTERN

DRAFT = "http://json-schema.org/draft-07/schema#"
FOLDER = "schemas"
WITH_MODELS = (site_config, models, parts)
SETTINGS = {
    "editor.tabSize": 2,
    "files.insertFinalNewline": True,
    "yaml.schemaStore.enable": False,
    "yaml.validate": True,
}


def schemas(graph: Graph) -> Iterator[tuple[str, str]]:
    """Paths and texts: a schema for each kind and the site's file, the ids that exist, the settings that wire them."""
    models: dict[str, type[BaseModel]] = {**KINDS, SITE: SiteConfig}
    for kind, model in models.items():
        yield f"{FOLDER}/{kind}.json", _json(_schema(graph, kind, model))
    ids = {kind: {"enum": list(getattr(graph, kind))} for kind in KINDS if getattr(graph, kind)}
    yield f"{FOLDER}/ids.json", _json({"$schema": DRAFT, "definitions": ids})
    tied = {f"./.vscode/{FOLDER}/{kind}.json": f"content/{kind}/**/*.yaml" for kind in KINDS}
    tied[f"./.vscode/{FOLDER}/{SITE}.json"] = "content/site.yaml"
    yield "settings.json", _json({**SETTINGS, "yaml.schemas": tied})
    yield "extensions.json", _json({"recommendations": ["redhat.vscode-yaml"]})


def refresh_schemas(graph: Graph, content: Path, *, missing_only: bool = False) -> None:
    """Write them beside the record, where an editor's program looks; where nothing can be written, do without."""
    into = content.absolute().parent / ".vscode"
    if not (missing_only and (into / FOLDER).is_dir()):
        with contextlib.suppress(OSError):
            write_schemas(graph, into)


def write_schemas(graph: Graph, into: Path) -> int:
    """Write into the folder of the editor's program what has changed; the number of files. Other settings stay."""
    changed = [(path, new) for name, text in schemas(graph) if (new := _changed(path := into / name, text))]
    for path, text in changed:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    return len(changed)


def _changed(path: Path, text: str) -> str:
    """What a file should hold that it does not; settings keep what else an editor has set."""
    had = path.read_text("utf-8") if path.is_file() else ""
    if path.name == "settings.json" and had:
        try:
            text = _json(json.loads(had) | json.loads(text))
        except (ValueError, TypeError):  # settings with comments are the editor's own, and let be
            return ""
    return "" if had == text else text


def _schema(graph: Graph, kind: str, model: type[BaseModel]) -> dict[str, Any]:
    schema: dict[str, Any] = _draft_07(model.model_json_schema(mode="validation"), graph)
    for name, part in {model.__name__: schema, **schema.get("definitions", {})}.items():
        _with_hovers(part, next(getattr(module, name) for module in WITH_MODELS if hasattr(module, name)))
    schema["properties"].pop("id", None)
    schema["required"] = [one for one in schema.get("required", []) if one != "id"]
    _choices(schema, kind, graph)
    return {"$schema": DRAFT, **schema}


def _with_hovers(schema: dict[str, Any], model: type[BaseModel]) -> None:
    """What a field is for, in place of the title that is made of its name."""
    schema.pop("title", None)
    for name, field in schema.get("properties", {}).items():
        field.pop("title", None)
        if text := told(model, name):
            schema["properties"][name] = _beside(field, text)


def _beside(field: dict[str, Any], text: str) -> dict[str, Any]:
    """A field with its text; draft-07 ignores what stands beside a `$ref`."""
    return {"allOf": [field], "description": text} if "$ref" in field else {**field, "description": text}


def _choices(schema: dict[str, Any], kind: str, graph: Graph) -> None:
    for (of_kind, field), vocabulary in VOCABULARIES.items():
        if of_kind == kind:
            found = schema["properties"][field]
            words = {"enum": sorted(getattr(graph.site, vocabulary))}
            about = {key: found[key] for key in ("description", "default") if key in found}
            schema["properties"][field] = {**found, "items": words} if "items" in found else {**about, **words}
    if kind == "events":
        counts, by_area = (schema["properties"][name] for name in ("counts", "counts_by_area"))
        by_area["propertyNames"] = {"enum": sorted(graph.site.areas)}
        for one in (counts, *by_area["patternProperties"].values()):
            one["propertyNames"] = {"enum": sorted(graph.site.counts)}


def _draft_07(schema: object, graph: Graph) -> Any:
    """The models' schema in the older draft that editors read, references to records as the ids that exist."""
    if isinstance(schema, list):
        return [_draft_07(one, graph) for one in schema]
    if not isinstance(schema, dict):
        return schema.replace("#/$defs/", "#/definitions/") if isinstance(schema, str) else schema
    if "x-ref" in schema:
        return _reference(schema, graph)
    renamed = {{"$defs": "definitions", "prefixItems": "items"}.get(key, key): value for key, value in schema.items()}
    return {key: _draft_07(value, graph) for key, value in renamed.items()}


def _reference(schema: dict[str, Any], graph: Graph) -> dict[str, Any]:
    """One of the ids of some kinds; with a part of it behind an @, where that may stand there."""
    kinds = [kind for kind in schema["x-ref"]["kinds"] if getattr(graph, kind)]
    listed: list[dict[str, Any]] = [{"$ref": f"ids.json#/definitions/{kind}"} for kind in kinds]
    if schema["x-ref"]["part"]:
        listed.append({"type": "string", "pattern": f"^{ID_PATTERN}@.+$"})
    about: dict[str, Any] = {key: schema[key] for key in ("description", "default") if key in schema}
    return {**about, "anyOf": listed} if listed else {**about, "type": "string"}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
