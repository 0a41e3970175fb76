"""JSON Schemas (draft-07) for the editor: fields with their hovers, vocabularies and ids as choices."""

import json
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from generator.graph import SITE, Graph
from generator.models.records import KINDS
from generator.models.site import Site
from generator.models.values import TARGET_PATTERN
from generator.outputs import Output

# where a field's choices are words of the site's file: (kind, field) → the field of `site.yaml`
VOCABULARIES = {
    ("events", "type"): "event_types",
    ("events", "areas"): "areas",
    ("sources", "kind"): "source_kinds",
    ("sources", "licence"): "free_licences",
    ("actors", "side"): "sides",
}
FOLDER = "schemas"


def schemas(graph: Graph) -> Iterator[Output]:
    """A schema for each kind and for the site's file, and the editor's settings that tie them to their folders."""
    models: dict[str, type[BaseModel]] = {**KINDS, SITE: Site}
    for kind, model in models.items():
        schema = _draft_07(model.model_json_schema(mode="validation"), graph)
        schema["$schema"] = "http://json-schema.org/draft-07/schema#"
        schema.get("properties", {}).pop("id", None)
        schema["required"] = [one for one in schema.get("required", []) if one != "id"]
        _choices(schema, kind, graph)
        yield Output(f"{FOLDER}/{kind}.json", _json(schema))
    tied = {f"./.vscode/{FOLDER}/{kind}.json": f"content/{kind}/**/*.yaml" for kind in KINDS}
    tied[f"./.vscode/{FOLDER}/{SITE}.json"] = "content/site.yaml"
    settings = {"yaml.schemas": tied, "yaml.validate": True, "files.insertFinalNewline": True, "editor.tabSize": 2}
    yield Output("settings.json", _json(settings))


def _choices(schema: dict[str, Any], kind: str, graph: Graph) -> None:
    for (of_kind, field), vocabulary in VOCABULARIES.items():
        if of_kind == kind:
            words = sorted(getattr(graph.site, vocabulary))
            found = schema["properties"][field]
            holder = found.get("items", found)
            schema["properties"][field] = (
                {**found, "items": {"enum": words}} if "items" in found else {**_kept(holder), "enum": words}
            )


def _kept(schema: dict[str, Any]) -> dict[str, Any]:
    return {key: schema[key] for key in ("description", "title", "default") if key in schema}


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
    kinds, kept = schema["x-ref"]["kinds"], _kept(schema)
    if schema["x-ref"]["part"]:
        return {**kept, "type": "string", "pattern": f"^{TARGET_PATTERN}$"}
    return {**kept, "enum": sorted(one for one, kind in graph.kinds.items() if kind in kinds)}


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()
