"""Values of WIT types, from what wasmtime makes of them to JSON and back.

What JSON has no word for is `{"$": kind, "value": …}`: `big` (64-bit integers, decimal), `float` (`nan`, `inf`, `-inf`,
`-0.0`), `own` and `borrow` (the number of a host's resource), and lists of numbers by their element (`u8`, `s32` …), as base64 of
little-endian bytes.
"""

from __future__ import annotations

import math
from array import array
from base64 import b64decode, b64encode
from typing import Any, Callable, Dict, Optional, Tuple

from wasmtime import Storelike
from wasmtime.component import (
    BorrowType,
    EnumType,
    F32,
    F64,
    ListType,
    OptionType,
    OwnType,
    Record,
    RecordType,
    ResourceHost,
    ResourceType,
    S8,
    S16,
    S32,
    S64,
    TupleType,
    U8,
    U16,
    U32,
    U64,
    ValType,
    Variant,
    VariantType,
)

# Element type of a list, its name, and the code of Python's arrays. Bytes are apart: wasmtime has them as `bytes`.
NUMBERS: Dict[type, Tuple[str, str]] = {
    S8: ("s8", "b"),
    S16: ("s16", "h"),
    U16: ("u16", "H"),
    S32: ("s32", "i"),
    U32: ("u32", "I"),
    S64: ("s64", "q"),
    U64: ("u64", "Q"),
    F32: ("f32", "f"),
    F64: ("f64", "d"),
}


def tagged(kind: str, value: Any) -> Any:
    return {"$": kind, "value": value}


def camel(name: str) -> str:
    first, *rest = name.split("-")
    return first + "".join(part.capitalize() for part in rest)


class Values:
    """Translates; `resource_id` says which of the host's resource types a type is."""

    def __init__(self, resource_id: Callable[[ResourceType], int]) -> None:
        self._resource_id = resource_id

    def to_json(self, ty: ValType, value: Any, store: Storelike) -> Any:
        if isinstance(ty, (S64, U64)):
            return tagged("big", str(value))
        if isinstance(ty, (F32, F64)):
            plain = math.isfinite(value) and not (value == 0 and math.copysign(1, value) < 0)
            return value if plain else tagged("float", repr(value))
        if isinstance(ty, ListType):
            return self._list_to_json(ty.element, value, store)
        if isinstance(ty, RecordType):
            return {camel(name): self.to_json(of, getattr(value, name), store) for name, of in ty.fields}
        if isinstance(ty, TupleType):
            return [self.to_json(of, one, store) for of, one in zip(ty.elements, value)]
        if isinstance(ty, OptionType):
            return None if value is None else self.to_json(ty.payload, value, store)
        if isinstance(ty, VariantType):
            payload = dict(ty.cases)[value.tag]
            if payload is None:
                return {"tag": value.tag}
            return {"tag": value.tag, "val": self.to_json(payload, value.payload, store)}
        if isinstance(ty, (OwnType, BorrowType)):
            return tagged("own" if isinstance(ty, OwnType) else "borrow", value.to_host(store).rep)
        return value

    def from_json(self, ty: ValType, value: Any) -> Any:
        if isinstance(ty, (S64, U64)):
            return int(value["value"])
        if isinstance(ty, (F32, F64)):
            return float(value["value"] if isinstance(value, dict) else value)
        if isinstance(ty, ListType):
            return self._list_from_json(ty.element, value)
        if isinstance(ty, RecordType):
            record = Record()
            for name, of in ty.fields:
                # As in JavaScript, none may be left out.
                one = value.get(camel(name)) if isinstance(of, OptionType) else value[camel(name)]
                setattr(record, name, self.from_json(of, one))
            return record
        if isinstance(ty, TupleType):
            return tuple(self.from_json(of, one) for of, one in zip(ty.elements, value))
        if isinstance(ty, OptionType):
            return None if value is None else self.from_json(ty.payload, value)
        if isinstance(ty, VariantType):
            return self._case(dict(ty.cases), value)
        if isinstance(ty, EnumType) and value not in ty.names:
            raise ValueError(f"{value!r} is none of {', '.join(ty.names)}")
        if isinstance(ty, OwnType):
            return ResourceHost.own(value["value"], self._resource_id(ty.ty))
        return value

    def _case(self, cases: Dict[str, Optional[ValType]], value: Any) -> Variant:
        payload = cases[value["tag"]]
        return Variant(value["tag"], None if payload is None else self.from_json(payload, value["val"]))

    def _list_to_json(self, element: ValType, value: Any, store: Storelike) -> Any:
        if isinstance(element, U8):
            return tagged("u8", b64encode(value).decode())
        if type(element) in NUMBERS:
            name, code = NUMBERS[type(element)]
            return tagged(name, b64encode(array(code, value).tobytes()).decode())
        return [self.to_json(element, one, store) for one in value]

    def _list_from_json(self, element: ValType, value: Any) -> Any:
        if isinstance(element, U8):
            return b64decode(value["value"])
        if type(element) in NUMBERS and isinstance(value, dict):
            name, code = NUMBERS[type(element)]
            if value["$"] != name:
                raise ValueError(f"a list of {value['$']} is no list of {name}")
            return array(code, b64decode(value["value"])).tolist()
        return [self.from_json(element, one) for one in value]
