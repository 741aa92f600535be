package guest

import (
	"fmt"
	"math"
	"strings"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

// wrong is what is wrong, ends, and the length of the data.
var wrong = []struct {
	label  string
	ends   []uint32
	length int
}{
	{"none", nil, 0},
	{"none, but data", nil, 3},
	{"too few", []uint32{1, 3}, 3},
	{"too many", []uint32{1, 2, 3, 3}, 3},
	{"falls", []uint32{2, 1, 3}, 3},
	{"falls at the end", []uint32{1, 4, 3}, 3},
	{"ends early", []uint32{1, 2, 2}, 3},
	{"ends late", []uint32{1, 2, 4}, 3},
	{"far away", []uint32{0, 0, math.MaxUint32}, 3},
}

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: func(gadget.InitInfo) error {
		open, err := gadget.OpenSource("open")
		if err != nil {
			return err
		}
		text, err := open.Field("text")
		if err != nil {
			return err
		}
		bytes, err := open.Field("bytes")
		if err != nil {
			return err
		}
		copied, err := gadget.FieldOf(open, "copy", gadget.Text)
		if err != nil {
			return err
		}
		return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			for _, field := range []*gadget.AnyField{text, bytes} {
				for _, each := range wrong {
					block := gadget.Packed{Ends: each.ends, Data: make([]byte, each.length)}
					kit.Try(field.Name() + " " + each.label).Done(field.SetPacked(packet, block))
				}
				kit.Try("is set").Value(field.IsSetColumn(packet))
				block, err := field.Packed(packet)
				if err != nil {
					return gadget.Keep, err
				}
				ends := strings.Trim(fmt.Sprint(block.Ends), "[]")
				kit.See("packed", kit.Word(fmt.Sprintf("%s of %d", ends, len(block.Data))))
				if err := copied.SetPacked(packet, block); err != nil {
					return gadget.Keep, err
				}
				kit.Try("copy").Value(copied.Column(packet))
				right := gadget.Packed{Ends: []uint32{0, 3, 3}, Data: []byte("abc")}
				kit.Try("right").Done(field.SetPacked(packet, right))
				kit.Try("is set").Value(field.IsSetColumn(packet))
			}
			return gadget.Keep, nil
		})
	}}
}
