import { cpSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Case } from '../case.ts';
import { manifest, replace, root, suite, write } from './folder.ts';

/** Below the SDK's own path, so that guests may use its generated bindings. */
const moduleName = 'gadget-api/guest/conformance';

/** A program that plays the guest of whichever case is asked for. */
export function assembleGo(cases: readonly Case[], folder: string): void {
  const sdk = relative(folder, join(root, 'guest-go'));
  write(folder, 'gadget.yaml', manifest);
  write(
    folder,
    'go.mod',
    `module ${moduleName}\n\ngo 1.26\n\nrequire gadget-api/guest v0.1.0\n\nreplace gadget-api/guest => ${sdk}\n`,
  );
  replace(folder, 'kit', join(suite, 'kit/go'));
  rmSync(join(folder, 'cases'), { recursive: true, force: true });
  for (const { name } of cases)
    cpSync(join(suite, 'cases', name, 'guest.go'), join(folder, 'cases', packageOf(name), 'guest.go'));
  write(folder, 'main.go', program(cases));
}

function program(cases: readonly Case[]): string {
  return `package main

import (
	gadget "gadget-api/guest"
${cases.map(({ name }, index) => `\tguest${index} "${moduleName}/cases/${packageOf(name)}"`).join('\n')}
)

var guests = map[string]func() gadget.Hooks{
${cases.map(({ name }, index) => `\t"${name}": guest${index}.Hooks,`).join('\n')}
}

func init() {
	var asked gadget.Hooks
	gadget.Register(gadget.Hooks{
		Init: func(info gadget.InitInfo) error {
			name, _ := gadget.Param("case")
			asked = guests[name]()
			return call(func() error { return asked.Init(info) }, asked.Init != nil)
		},
		Start: func() error { return call(asked.Start, asked.Start != nil) },
		Stop:  func() error { return call(asked.Stop, asked.Stop != nil) },
	})
}

func call(hook func() error, is bool) error {
	if !is {
		return nil
	}
	return hook()
}

func main() {}
`;
}

function packageOf(caseName: string): string {
  return caseName.replaceAll('-', '');
}
