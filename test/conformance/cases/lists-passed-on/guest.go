package guest

import (
	"strconv"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: func(gadget.InitInfo) error {
		open, err := gadget.OpenSource("open")
		if err != nil {
			return err
		}
		args, err := open.Field("args")
		if err != nil {
			return err
		}
		ports, err := open.Field("ports")
		if err != nil {
			return err
		}
		if gadget.ParamOr("role", "") == "first" {
			return passOn(open, args, ports)
		}
		return readLists(open, args, ports)
	}}
}

// passOn does as a gadget that was made for 1.0.
func passOn(open *gadget.Source, args, ports *gadget.AnyField) error {
	for _, field := range []*gadget.AnyField{args, ports} {
		size := "none"
		if fixed, ok := field.FixedSize(); ok {
			size = strconv.Itoa(fixed)
		}
		kit.See(field.Name(), kit.Word(field.Kind().String()+", "+size+", ")+kit.Shown(field.Tags()))
	}
	return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
		for _, accessor := range kit.Accessors {
			kit.See("args as "+accessor.Name, accessor.Get(args, packet, 0))
		}
		kit.Try("args is set").Value(args.IsSetColumn(packet))
		kit.Try("ports is set").Value(ports.IsSetColumn(packet))
		if err := packet.Row(1).Discard(); err != nil {
			return gadget.Keep, err
		}
		_, err := packet.Append(1)
		return gadget.Keep, err
	})
}

func readLists(open *gadget.Source, args, ports *gadget.AnyField) error {
	numbers, err := gadget.AsList(ports, gadget.Uint16List)
	if err != nil {
		return err
	}
	return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
		kit.See("args", kit.ListAccessorOf("text").Column(args, packet))
		kit.See("ports", kit.ListAccessorOf("u32").Column(ports, packet))
		kit.Try("args is set").Value(args.IsSetColumn(packet))
		return gadget.Keep, numbers.Set(packet.Row(3), []uint16{7})
	})
}
