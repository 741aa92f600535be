"""One instance of a component, whose imports ask the process on the other end of the line."""

from __future__ import annotations

from typing import Any, Callable, Dict, List, Optional

from wasmtime import Engine, Store, Storelike, WasmtimeError
from wasmtime.component import (
    Component,
    ComponentInstanceType,
    Func,
    FuncType,
    Linker,
    ResourceType,
    ResultType,
    Variant,
)

from values import Values

# Asks for one thing and waits for its answer.
Ask = Callable[[Dict[str, Any]], Dict[str, Any]]


class Instance:
    """Answers `offered` imports by asking; all others are left out, so that linking fails with their names."""

    def __init__(self, engine: Engine, component: Component, offered: List[str], ask: Ask) -> None:
        self._ask = ask
        self._values = Values(self._resource_id)
        # The number of a type, which is how wasmtime tells the host's resources apart, is its place here.
        self._resources: List[ResourceType] = []
        self._store = Store(engine)
        linker = Linker(engine)
        with linker.root() as root:
            for interface, extern in component.type.imports(engine).items():
                if interface in offered and isinstance(extern.ty, ComponentInstanceType):
                    with root.add_instance(interface) as to:
                        for name, item in extern.ty.exports(engine).items():
                            self._define(to, interface, name, item.ty)
        instance = linker.instantiate(self._store, component)
        self._exports: Dict[str, Dict[str, Func]] = {}
        for interface, extern in component.type.exports(engine).items():
            if isinstance(extern.ty, ComponentInstanceType):
                index = instance.get_export_index(self._store, interface)
                functions = self._exports[interface] = {}
                for name in extern.ty.exports(engine):
                    of = instance.get_export_index(self._store, name, index)
                    function = of and instance.get_func(self._store, of)
                    if function:
                        functions[name] = function

    @property
    def exports(self) -> Dict[str, List[str]]:
        return {interface: list(functions) for interface, functions in self._exports.items()}

    def call(self, interface: str, name: str, arguments: List[Any]) -> Dict[str, Any]:
        """`{"ok": …}` or `{"err": …}`; a trap raises."""
        function = self._exports[interface][name]
        ty = function.type(self._store)
        given = [self._values.from_json(of, value) for (_, of), value in zip(ty.params, arguments)]
        answer = function(self._store, *given)
        function.post_return(self._store)
        result = ty.result
        # wasmtime gives what is in a result as it is: here errors alone are variants.
        if isinstance(result, ResultType):
            side = "err" if isinstance(answer, Variant) else "ok"
            result = result.err if side == "err" else result.ok
        else:
            side = "ok"
        return {side: None if result is None else self._values.to_json(result, answer, self._store)}

    def close(self) -> None:
        """Lets go of its memory. The imports that it holds refer to it, so that nobody would otherwise."""
        self._store.close()

    def _define(self, to: Any, interface: str, name: str, ty: Any) -> None:
        if isinstance(ty, FuncType):
            to.add_func(name, self._import(interface, name, ty))
        elif isinstance(ty, ResourceType):
            if ty not in self._resources:
                self._resources.append(ty)
            to.add_resource(name, ResourceType.host(self._resources.index(ty)), self._drop)

    def _import(self, interface: str, name: str, ty: FuncType) -> Callable[..., Any]:
        params = [of for _, of in ty.params]
        result = ty.result
        sides = {"ok": result.ok, "err": result.err} if isinstance(result, ResultType) else {"ok": result}

        def call(store: Storelike, *given: Any) -> Any:
            arguments = [self._values.to_json(of, value, store) for of, value in zip(params, given)]
            answer = self._ask({"import": interface, "function": name, "arguments": arguments})
            if "trap" in answer:
                raise WasmtimeError(answer["trap"])
            (side, value), = answer.items()
            of = sides[side]
            return None if of is None else self._values.from_json(of, value)

        return call

    def _drop(self, _: Storelike, handle: int) -> None:
        answer = self._ask({"drop": handle})
        if "trap" in answer:
            raise WasmtimeError(answer["trap"])

    def _resource_id(self, ty: ResourceType) -> int:
        for number, known in enumerate(self._resources):
            if ty == known or ty == ResourceType.host(number):
                return number
        raise ValueError("a resource that the host has not defined")
