"""JSON Schema for editors, with Chinese and English titles and descriptions."""

from typing import Any

from eplan.messages import translator
from eplan.models.kinds import Kind

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(kind: Kind) -> dict[str, Any]:
    """The schema of one kind of file. Titles and descriptions are given in both languages."""
    schema = kind.model.model_json_schema(by_alias=True)
    return {"$schema": _DIALECT, "$id": f"eplan:{kind.name}", **_bilingual(schema)}


def _bilingual(node: Any) -> Any:
    if isinstance(node, list):
        return [_bilingual(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {key: _words(value) if key in ("title", "description") and isinstance(value, str) else _bilingual(value)
            for key, value in node.items()}  # fmt: skip


def _words(text: str) -> str:
    chinese = translator("zh-CN")(text)
    return text if chinese == text else f"{chinese} / {text}"
