//go:build !wasm

package runtime

import "unsafe"

func resetArena() {}

func inArena(unsafe.Pointer) bool { return false }
