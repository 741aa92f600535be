package runtime

import "runtime"

// Handle is the number of a resource of the host; 0 when it was dropped or given away.
type Handle struct{ value int32 }

// MakeHandle holds a number.
func MakeHandle(value int32) *Handle { return &Handle{value} }

// Use is the number, for a call.
func (self *Handle) Use() int32 {
	if self.value == 0 {
		panic("a resource was used after it was dropped")
	}
	return self.value
}

// Take is the number, which is no longer held.
func (self *Handle) Take() int32 {
	value := self.Use()
	self.value = 0
	return value
}

// TakeOrNil is the number, which is no longer held, or 0.
func (self *Handle) TakeOrNil() int32 {
	value := self.value
	self.value = 0
	return value
}

// Set holds another number.
func (self *Handle) Set(value int32) { self.value = value }

// unreachable is what the garbage collector found and nobody has dropped.
var unreachable []forgotten

type forgotten struct {
	handle *Handle
	drop   func(int32)
}

// DropWhenUnreachable has the resource dropped some time after the program has lost it. The collector's goroutine may run
// while the host waits for memory and must not be called, so it only takes a note: see [DropForgotten].
func DropWhenUnreachable[T any](value *T, handle *Handle, drop func(int32)) {
	runtime.AddCleanup(value, func(found forgotten) { unreachable = append(unreachable, found) }, forgotten{handle, drop})
}

// DropForgotten drops what the program has lost. To be called where calling the host is fine.
func DropForgotten() {
	for len(unreachable) > 0 {
		last := len(unreachable) - 1
		found := unreachable[last]
		unreachable = unreachable[:last]
		if handle := found.handle.TakeOrNil(); handle != 0 {
			found.drop(handle)
		}
	}
}
