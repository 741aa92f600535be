"""Runs components in wasmtime for the process that started this one: `main.py CACHE.toml`, requests on standard input.

    {"load": file}                                            {"ok": component}
    {"instantiate": component, "offered": [interface, …]}  {"ok": {"instance": n, "exports": {interface: [name, …]}}}
    {"call": instance, "interface": …, "function": …, "arguments": […]}   {"ok": value} or {"err": value}
    {"free": instance}                                        {"ok": null}

While one is worked on, this side asks, and is answered the same way:

    {"import": interface, "function": …, "arguments": […]}
    {"drop": handle}

Every request can be answered with {"trap": text}.
"""

from __future__ import annotations

import os
import sys
from typing import Any, Dict, List, Optional

from wasmtime import Config, Engine
from wasmtime.component import Component

import blocks
from instance import Instance
from line import Line


class Adapter:
    def __init__(self, line: Line, cache: str) -> None:
        config = Config()
        config.cache = cache
        self._engine = Engine(config)
        self._line = line
        self._components: List[Component] = []
        self._instances: Dict[int, Instance] = {}
        self._next = 0

    def serve(self) -> None:
        while (request := self._line.read()) is not None:
            try:
                answer = self._answer(request)
            # A trap is an exception, as is a component that does not fit; the process goes on with its other instances.
            except Exception as error:
                answer = {"trap": str(error)}
            self._line.write(answer)

    def _answer(self, request: Dict[str, Any]) -> Dict[str, Any]:
        if "load" in request:
            self._components.append(Component.from_file(self._engine, request["load"]))
            return {"ok": len(self._components) - 1}
        if "instantiate" in request:
            component = self._components[request["instantiate"]]
            instance = Instance(self._engine, component, request["offered"], self._ask)
            number = self._next
            self._next += 1
            self._instances[number] = instance
            return {"ok": {"instance": number, "exports": instance.exports}}
        if "call" in request:
            instance = self._instances[request["call"]]
            return instance.call(request["interface"], request["function"], request["arguments"])
        self._instances.pop(request["free"]).close()
        return {"ok": None}

    def _ask(self, request: Dict[str, Any]) -> Dict[str, Any]:
        self._line.write(request)
        answer: Optional[Dict[str, Any]] = self._line.read()
        if answer is None:
            # Whoever asked is gone; an exception would only end the component's call.
            os._exit(0)
        return answer


if __name__ == "__main__":
    blocks.install()
    Adapter(Line(0, 1), sys.argv[1]).serve()
