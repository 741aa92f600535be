"""Lists of numbers in one step.

The wheel takes a list from wasmtime, and gives it one, element by element: about a microsecond for each byte of a packed
column. What it does with other lists stays as it is.
"""

from __future__ import annotations

import ctypes
from array import array
from typing import Any, Dict, Tuple

from wasmtime import Storelike, _ffi as ffi
from wasmtime.component import F64, ListType, S32, S64, U8, U32, U64

# By the type of the elements: how wasmtime says it, and the code of Python's arrays.
KINDS: Dict[type, Tuple[int, str]] = {
    U8: (ffi.WASMTIME_COMPONENT_U8.value, "B"),
    S32: (ffi.WASMTIME_COMPONENT_S32.value, "i"),
    U32: (ffi.WASMTIME_COMPONENT_U32.value, "I"),
    S64: (ffi.WASMTIME_COMPONENT_S64.value, "q"),
    U64: (ffi.WASMTIME_COMPONENT_U64.value, "Q"),
    F64: (ffi.WASMTIME_COMPONENT_F64.value, "d"),
}

# An element is a record: what it is, and after some bytes the number itself.
STEP = ctypes.sizeof(ffi.wasmtime_component_val_t)
AT = ffi.wasmtime_component_val_t.of.offset

element_by_element_from_c = ListType.convert_from_c
element_by_element_to_c = ListType.convert_to_c


def from_c(self: ListType, c: Any) -> Any:
    element = self.element
    if type(element) not in KINDS:
        return element_by_element_from_c(self, c)
    _, code = KINDS[type(element)]
    values = array(code)
    size = c.of.list.size
    raw = ctypes.string_at(c.of.list.data, size * STEP) if size > 0 else b""
    block = bytearray(size * values.itemsize)
    for byte in range(values.itemsize):
        block[byte :: values.itemsize] = raw[AT + byte :: STEP]
    ffi.wasmtime_component_vallist_delete(ctypes.byref(c.of.list))
    values.frombytes(block)
    return bytes(block) if isinstance(element, U8) else values.tolist()


def to_c(self: ListType, store: Storelike, val: Any, ptr: Any) -> None:
    element = self.element
    if type(element) not in KINDS or len(val) == 0:
        return element_by_element_to_c(self, store, val, ptr)
    kind, code = KINDS[type(element)]
    # Raises for what is too large or no number.
    values = array(code, val)
    block = values.tobytes()
    raw = bytearray(len(values) * STEP)
    raw[::STEP] = bytes([kind]) * len(values)
    for byte in range(values.itemsize):
        raw[AT + byte :: STEP] = block[byte :: values.itemsize]
    into = ffi.wasmtime_component_vallist_t()
    ffi.wasmtime_component_vallist_new_uninit(into, len(values))
    ctypes.memmove(into.data, bytes(raw), len(raw))
    ptr.contents.kind = ffi.WASMTIME_COMPONENT_LIST
    ptr.contents.of.list = into


def install() -> None:
    """From now on the wheel does it so."""
    ListType.convert_from_c = from_c  # type: ignore[method-assign]
    ListType.convert_to_c = to_c  # type: ignore[method-assign]
