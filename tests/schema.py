"""A judge for the JSON Schema that is shipped: what of a value breaks it, for the keywords that it uses."""

import re

KINDS = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}
KEYWORDS = {
    "$schema", "$defs", "$ref", "title", "description", "type", "const", "enum", "required", "additionalProperties",
    "properties", "items", "minItems", "minLength", "minimum", "maximum", "pattern", "anyOf", "dependentRequired",
}  # fmt: skip


def is_kind(value, kind):
    if kind in ("integer", "number"):
        return isinstance(value, (int,) if kind == "integer" else (int, float)) and not isinstance(value, bool)
    return isinstance(value, KINDS[kind])


def broken(value, schema, whole=None, path="$"):
    """Where and how the value breaks the schema, one line each."""
    whole = whole or schema
    assert set(schema) <= KEYWORDS, set(schema) - KEYWORDS
    if "$ref" in schema:
        schema = whole["$defs"][schema["$ref"].rpartition("/")[2]]
    kinds = schema.get("type", [])
    if kinds and not any(is_kind(value, kind) for kind in ([kinds] if isinstance(kinds, str) else kinds)):
        return [f"{path}: no {kinds}"]
    found = list(broken_alone(value, schema, path))
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in schema["properties"]:
                found += broken(inner, schema["properties"][key], whole, f"{path}.{key}")
            elif not schema.get("additionalProperties", True):
                found.append(f"{path}.{key}: unknown")
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            found += broken(inner, schema["items"], whole, f"{path}[{place}]")
    return found


def broken_alone(value, schema, path):
    """The same for what the value is itself, not for what it holds."""
    if "const" in schema and value != schema["const"]:
        yield f"{path}: not {schema['const']!r}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{path}: none of {schema['enum']}"
    if isinstance(value, str):
        if len(value) < schema.get("minLength", 0) or not re.search(schema.get("pattern", ""), value):
            yield f"{path}: no such text"
    elif is_kind(value, "number") and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        yield f"{path}: out of bounds"
    elif isinstance(value, dict):
        needed = [
            *schema.get("required", []),
            *(k for one, keys in schema.get("dependentRequired", {}).items() if one in value for k in keys),
        ]
        yield from (f"{path}.{key}: missing" for key in needed if key not in value)
        if "anyOf" in schema and not any(set(choice["required"]) <= set(value) for choice in schema["anyOf"]):
            yield f"{path}: none of the choices"
    elif isinstance(value, list) and len(value) < schema.get("minItems", 0):
        yield f"{path}: too short"
