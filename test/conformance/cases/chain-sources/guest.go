package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	var own *gadget.Source
	return gadget.Hooks{
		Init: func(gadget.InitInfo) (err error) {
			look()
			if own, err = create(gadget.ParamOr("role", "")); err != nil {
				return err
			}
			for _, name := range gadget.SourceNames()[1:] {
				if err := receive(name); err != nil {
					return err
				}
			}
			return nil
		},
		Start: func() error {
			look()
			return emit(own)
		},
	}
}

func look() {
	kit.See("names", gadget.SourceNames())
	for _, name := range []string{"first", "second"} {
		kit.Try("of " + name).Value(fields(name))
	}
}

func fields(name string) ([]string, error) {
	source, err := gadget.OpenSource(name)
	if err != nil {
		return nil, err
	}
	fields, err := source.Fields()
	names := make([]string, len(fields))
	for index, field := range fields {
		names[index] = field.Name()
	}
	return names, err
}

func create(name string) (*gadget.Source, error) {
	own, err := gadget.CreateSource(name, gadget.Events)
	if err != nil {
		return nil, err
	}
	if err := own.SetHidden(true); err != nil {
		return nil, err
	}
	if _, err := gadget.AddField(own, "plain", gadget.Text); err != nil {
		return nil, err
	}
	hidden, err := gadget.AddField(own, "hidden", gadget.Uint32)
	if err != nil {
		return nil, err
	}
	return own, hidden.SetHidden(true)
}

// receive takes a row of each packet and adds one.
func receive(name string) error {
	source, err := gadget.OpenSource(name)
	if err != nil {
		return err
	}
	hidden, err := gadget.FieldOf(source, "hidden", gadget.Uint32)
	if err != nil {
		return err
	}
	return source.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
		kit.Try("packet of " + name).Value(hidden.Column(packet))
		if err := packet.Row(0).Discard(); err != nil {
			return gadget.Keep, err
		}
		_, err := packet.Append(1)
		return gadget.Keep, err
	})
}

func emit(own *gadget.Source) error {
	packet, err := own.NewPacket(3)
	if err != nil {
		return err
	}
	hidden, err := gadget.FieldOf(own, "hidden", gadget.Uint32)
	if err != nil {
		return err
	}
	if err := hidden.SetColumn(packet, []uint32{1, 2, 3}); err != nil {
		return err
	}
	return packet.Emit()
}
