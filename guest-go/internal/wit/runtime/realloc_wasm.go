package runtime

import "unsafe"

// Giving memory to the host by a call into Go costs more than most calls of the host. Small values go into an arena
// instead: what `gadget build` puts in front of this function hands out the memory between two addresses itself, as long
// as it suffices, and it is taken back when the call has ended. See adapter/wasi_snapshot_preview1.wat for the addresses,
// which no Go program uses. Without that builder all memory comes from here.
const (
	arenaNext = 4120
	arenaEnd  = 4124
	arenaSize = 64 * 1024
)

var arena = make([]uint64, arenaSize/8)

func init() {
	resetArena()
	*(*uint32)(Pointer(arenaEnd)) = uint32(arenaStart()) + arenaSize
}

func arenaStart() uintptr { return uintptr(unsafe.Pointer(unsafe.SliceData(arena))) }

func resetArena() {
	*(*uint32)(Pointer(arenaNext)) = uint32(arenaStart())
}

func inArena(pointer unsafe.Pointer) bool { return uintptr(pointer)-arenaStart() < arenaSize }

//go:wasmexport cabi_realloc
func realloc(old unsafe.Pointer, oldSize, align, newSize uint32) unsafe.Pointer {
	block := make([]uint64, (uintptr(newSize)+7)/8)
	received = append(received, block)
	pointer := unsafe.Pointer(unsafe.SliceData(block))
	if oldSize > 0 {
		copy(unsafe.Slice((*byte)(pointer), newSize), unsafe.Slice((*byte)(old), oldSize))
	}
	return pointer
}
