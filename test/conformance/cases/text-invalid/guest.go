package guest

import (
	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: func(gadget.InitInfo) error {
		open, err := gadget.OpenSource("open")
		if err != nil {
			return err
		}
		name, stored, err := both(open, "name")
		if err != nil {
			return err
		}
		byRow, byRowStored, err := both(open, "by row")
		if err != nil {
			return err
		}
		byBlock, byBlockStored, err := both(open, "by block")
		if err != nil {
			return err
		}
		return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			for row := range packet.Rows() {
				kit.Try("get").Value(name.Get(row))
				value, err := stored.Get(row)
				kit.Try("bytes").Value(value, err)
				if err := byRowStored.Set(row, value); err != nil {
					return gadget.Keep, err
				}
			}
			block, err := name.Packed(packet)
			if err != nil {
				return gadget.Keep, err
			}
			if err := byBlock.SetPacked(packet, block); err != nil {
				return gadget.Keep, err
			}
			kit.Try("column").Value(name.Column(packet))
			kit.Try("packed").Value(stored.Column(packet))
			kit.Try("by row").Value(byRowStored.Column(packet))
			kit.Try("by block").Value(byBlockStored.Column(packet))
			kit.Try("text by row").Value(byRow.Column(packet))
			kit.Try("text by block").Value(byBlock.Column(packet))
			return gadget.Keep, nil
		})
	}}
}

// both is a field of text as text and as bytes.
func both(source *gadget.Source, name string) (text *gadget.Field[string], stored *gadget.Field[[]byte], err error) {
	if text, err = gadget.FieldOf(source, name, gadget.Text); err != nil {
		return nil, nil, err
	}
	stored, err = gadget.FieldOf(source, name, gadget.Bytes)
	return text, stored, err
}
