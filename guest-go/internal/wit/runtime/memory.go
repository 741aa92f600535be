// Package runtime is what the generated bindings stand on: memory that crosses the border to the host, and handles.
//
// Go's collector does not move the heap. So memory is safe as long as it is in the heap and somebody still knows it; the
// numbers that the host is given do not count as knowing.
package runtime

import "unsafe"

// NotInGadget is what calls of the host panic with in a program that is no gadget, such as a test.
const NotInGadget = "gadget-api/guest was called outside of a gadget: there is no host here. Keep what you test apart from what calls the API"

// calls is how many calls to the host have begun and not ended. More than one when goroutines take turns.
var calls int

// received is memory that the host asked for in calls that have not ended. Lists of lists are known to nobody else until
// their values have been taken out.
var received [][]uint64

// escaped makes the compiler put what is pinned into the heap: stacks move.
var escaped unsafe.Pointer

const inlinePins = 4

// Pinner keeps what one call to the host needs.
type Pinner struct {
	first [inlinePins]unsafe.Pointer
	count int
	rest  []unsafe.Pointer
	area  *[areaWords]uint64
}

// Begin is the first thing in a call.
func (self *Pinner) Begin() { calls++ }

// Pin keeps memory until [Pinner.End].
func (self *Pinner) Pin(pointer unsafe.Pointer) {
	escaped = pointer
	if self.count < inlinePins {
		self.first[self.count] = pointer
		self.count++
		return
	}
	self.rest = append(self.rest, pointer)
}

// End is the last thing in a call, when everything was taken out of the memory that the host wrote.
func (self *Pinner) End() {
	if self.area != nil {
		freeAreas = append(freeAreas, self.area)
	}
	calls--
	if calls == 0 {
		if len(received) > 0 {
			clear(received)
			received = received[:0]
		}
		resetArena()
	}
	// What was pinned is known until here.
	use(self)
}

//go:noinline
func use(*Pinner) {}

// areaWords is enough for what any function of the interface answers: bytes / 8.
const areaWords = 4

// freeAreas are used again: most calls need one, and only for a moment.
var freeAreas []*[areaWords]uint64

// Allocate is memory until [Pinner.End].
func Allocate(pinner *Pinner, size, _ uintptr) unsafe.Pointer {
	if size <= areaWords*8 && pinner.area == nil {
		if last := len(freeAreas) - 1; last >= 0 {
			pinner.area = freeAreas[last]
			freeAreas = freeAreas[:last]
		} else {
			pinner.area = new([areaWords]uint64)
		}
		return unsafe.Pointer(pinner.area)
	}
	pointer := unsafe.Pointer(unsafe.SliceData(make([]uint64, (size+7)/8)))
	pinner.Pin(pointer)
	return pointer
}

// static is memory that lives as long as the instance.
var static [][]uint64

// Static is memory that is never freed.
func Static(size uintptr) unsafe.Pointer {
	block := make([]uint64, (size+7)/8)
	static = append(static, block)
	return unsafe.Pointer(unsafe.SliceData(block))
}

// AnswerPinner keeps what an exported function answered until the next one is called.
type AnswerPinner struct{ kept []unsafe.Pointer }

// Pin keeps memory.
func (self *AnswerPinner) Pin(pointer unsafe.Pointer) { self.kept = append(self.kept, pointer) }

// Unpin forgets it.
func (self *AnswerPinner) Unpin() {
	clear(self.kept)
	self.kept = self.kept[:0]
}

// String is text that the host wrote.
func String(data *byte, length uint32) string {
	text := unsafe.String(data, length)
	if inArena(unsafe.Pointer(data)) {
		return string([]byte(text))
	}
	return text
}

// Slice is a list that the host wrote.
func Slice[T any](data *T, length uint32) []T {
	list := unsafe.Slice(data, length)
	if inArena(unsafe.Pointer(data)) {
		return append([]T(nil), list...)
	}
	return list
}

// Pointer is the memory at an address that the host gave or was given. Something else must know the memory, too.
func Pointer(address uintptr) unsafe.Pointer {
	return *(*unsafe.Pointer)(unsafe.Pointer(&address))
}
