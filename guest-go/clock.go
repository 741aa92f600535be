package gadget

import (
	"gadget-api/guest/internal/bindings/imports/gadget_api_clock"
	"gadget-api/guest/internal/bindings/imports/gadget_api_random"
)

// WallClock is nanoseconds since the Unix epoch; may jump. time.Now works, too, and reads the same clocks; package time
// makes the component larger.
func WallClock() uint64 { return gadget_api_clock.Wall() }

// MonotonicClock is nanoseconds that never go back; the base of kernel timestamps on Linux. In a replay, the recording's
// clock.
func MonotonicClock() uint64 { return gadget_api_clock.Monotonic() }

// Instant is what both clocks show at one moment: Wall - Monotonic + the monotonic time of an event is its time since 1970.
type Instant struct {
	// Wall is as [WallClock].
	Wall uint64
	// Monotonic is as [MonotonicClock].
	Monotonic uint64
}

// Now is both clocks, read together. Needs a host with gadget:api 1.1.
func Now() Instant { return Instant(gadget_api_clock.Now()) }

var seed [2]uint64

func takeSeed() { seed[0], seed[1] = gadget_api_random.Seed() }

// Seed is two numbers that those who write the events cannot foresee: another pair in each instance, the same in a replay.
// Go's maps and math/rand/v2 are seeded with them already. Not for keys or secrets.
func Seed() (uint64, uint64) { return seed[0], seed[1] }
