package guest

import (
	"math"
	"strconv"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
	"gadget-api/guest/internal/bindings/exports/export_gadget_api_handler"
	"gadget-api/guest/internal/bindings/imports/gadget_api_datasource"
	"gadget-api/guest/internal/bindings/imports/gadget_api_packet"
)

// number is that of the subscription whose packet is at hand.
var number string

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: declare}
}

func declare(gadget.InitInfo) error {
	first := gadget.ParamOr("role", "") == "first"
	gone, err := gadget.OpenSource("gone")
	if err != nil {
		return err
	}
	ignore := func(*gadget.Packet) (gadget.Verdict, error) { return gadget.Keep, nil }
	if err := gone.Subscribe(ignore); err != nil {
		return err
	}
	gone.Unsubscribe()
	kit.Try("again").Done(gone.Subscribe(ignore))
	open, openPid, err := opened("open")
	if err != nil {
		return err
	}
	exec, execPid, err := opened("exec")
	if err != nil {
		return err
	}
	err = open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
		kit.Try(number).Value(openPid.Column(packet))
		if !first {
			return gadget.Keep, nil
		}
		open.Unsubscribe()
		if err := openPid.Set(packet.Row(0), 1002); err != nil {
			return gadget.Keep, err
		}
		kit.Try("at hand").Value(openPid.Column(packet))
		return gadget.Keep, nil
	})
	if err != nil {
		return err
	}
	err = exec.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
		kit.Try(number).Value(execPid.Column(packet))
		if first {
			// What has ended, or never began.
			open.Unsubscribe()
			for _, over := range []uint32{0, 1, 3, math.MaxUint32} {
				gadget_api_datasource.Unsubscribe(over)
			}
		}
		return gadget.Keep, nil
	})
	noteNumbers()
	return err
}

func opened(name string) (*gadget.Source, *gadget.Field[uint32], error) {
	source, err := gadget.OpenSource(name)
	if err != nil {
		return nil, nil, err
	}
	pid, err := gadget.FieldOf(source, "pid", gadget.Uint32)
	return source, pid, err
}

// noteNumbers hears of each packet before the SDK, which keeps the numbers to itself.
func noteNumbers() {
	onPacket := export_gadget_api_handler.OnPacket
	export_gadget_api_handler.OnPacket = func(
		subscription uint32,
		packet *gadget_api_packet.Packet,
	) export_gadget_api_handler.Result {
		number = strconv.Itoa(int(subscription))
		return onPacket(subscription, packet)
	}
}
