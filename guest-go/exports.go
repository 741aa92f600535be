package gadget

import (
	"runtime"

	"gadget-api/guest/internal/bindings/exports/export_gadget_api_handler"
	"gadget-api/guest/internal/bindings/exports/export_gadget_api_lifecycle"
	"gadget-api/guest/internal/bindings/exports/export_gadget_api_losses"
	"gadget-api/guest/internal/bindings/exports/export_gadget_api_ticker"
	_ "gadget-api/guest/internal/bindings/exports/wit_exports"
	"gadget-api/guest/internal/bindings/imports/gadget_api_clock"
	"gadget-api/guest/internal/bindings/imports/gadget_api_logging"
	"gadget-api/guest/internal/bindings/imports/gadget_api_packet"
	witRuntime "gadget-api/guest/internal/wit/runtime"
	"gadget-api/guest/internal/wit/types"
)

// linked is what the adapter calls on behalf of Go's runtime; see adapter/wasi_snapshot_preview1.wat.
var linked = struct {
	wall, monotonic func() uint64
	log             func(level uint8, message string)
}{gadget_api_clock.Wall, gadget_api_clock.Monotonic, gadget_api_logging.Log}

// keep makes the linker keep it.
var keep any

func init() {
	keep = &linked
	export_gadget_api_lifecycle.Init = func(purpose uint8) export_gadget_api_lifecycle.Result {
		return enter(func() error {
			if !registered {
				return &Error{CodeOther, "nothing was registered: call gadget.Register in func init of package main"}
			}
			takeSeed()
			if hooks.Init == nil {
				return nil
			}
			return hooks.Init(InitInfo{Purpose(purpose)})
		})
	}
	export_gadget_api_lifecycle.Start = func() export_gadget_api_lifecycle.Result {
		return enter(hooks.Start)
	}
	export_gadget_api_lifecycle.Stop = func() export_gadget_api_lifecycle.Result {
		return enter(hooks.Stop)
	}
	export_gadget_api_handler.OnPacket = onPacket
	export_gadget_api_ticker.OnTick = func(timer uint32) export_gadget_api_ticker.Result {
		return enter(timers[timer])
	}
	export_gadget_api_losses.OnLoss = func(subscription, rows uint32, cause uint8) export_gadget_api_losses.Result {
		return enter(func() error {
			if callback := losses[subscription]; callback != nil {
				return callback(Loss{rows, min(LossCause(cause), LossOther)})
			}
			return nil
		})
	}
}

// enter runs what the host calls. Nil, such as the callback of a timer that was cancelled, does nothing.
func enter(body func() error) types.Result[types.Unit, apiError] {
	err := protect(func() error {
		if body == nil {
			return nil
		}
		return body()
	})
	if err != nil {
		return types.Err[types.Unit](toHost(err))
	}
	return types.Ok[types.Unit, apiError](types.Unit{})
}

func onPacket(subscription uint32, raw *gadget_api_packet.Packet) export_gadget_api_handler.Result {
	packet := &Packet{raw: raw}
	var verdict Verdict
	err := protect(func() (err error) {
		verdict, err = subscriptions[subscription](packet)
		return err
	})
	packet.Drop()
	if err != nil {
		return types.Err[uint8](toHost(err))
	}
	return types.Ok[uint8, apiError](uint8(verdict))
}

// entries counts how often the host has called.
var entries uint

// breath is how many calls there are between pauses for the garbage collector's goroutines. They get no other chance: a
// call ends when its own goroutine does.
const breath = 64

// protect runs body; a panic comes out as an error.
func protect(body func() error) (err error) {
	defer func() {
		if value := recover(); value != nil {
			err = panicError(value)
		}
	}()
	if entries++; entries%breath == 0 {
		runtime.Gosched()
	}
	witRuntime.DropForgotten()
	return body()
}

// collect drops what the program has lost.
func collect() {
	runtime.GC()
	// The collector's goroutine takes note.
	runtime.Gosched()
	witRuntime.DropForgotten()
}
