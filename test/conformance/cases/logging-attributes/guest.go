package guest

import (
	"math"
	"strconv"
	"strings"

	gadget "gadget-api/guest"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: func(gadget.InitInfo) error {
		info("kinds",
			gadget.Attr("yes", true),
			gadget.Attr("no", false),
			gadget.Attr("least", int64(math.MinInt64)),
			gadget.Attr("most", uint64(math.MaxUint64)),
			gadget.Attr("zero", 0),
			gadget.Attr("ratio", 0.5),
			gadget.Attr("minus zero", math.Copysign(0, -1)),
			gadget.Attr("nan", math.NaN()),
			gadget.Attr("inf", math.Inf(-1)),
			gadget.Attr("text", ""),
			gadget.Attr("other text", "grün 🦀\n\"x\""))
		gadget.LogWith(gadget.LevelWarn, "", gadget.Attr("pid", uint32(42)))
		info("without")
		gadget.LogWith(gadget.LevelDebug, "seen by nobody", gadget.Attr("pid", 1))
		info("no key", gadget.Attr("", 1), gadget.Attr("a", 1))
		info("twice", gadget.Attr("\ufffd", 1), gadget.Attr("\ufffd", 2))
		info(strings.Repeat("x", 9000),
			gadget.Attr(strings.Repeat("k", 256), strings.Repeat("y", 8192)),
			gadget.Attr(strings.Repeat("k", 257), strings.Repeat("ü", 4097)))
		var many []gadget.Attribute
		for at := range 66 {
			many = append(many, gadget.Attr("a"+strconv.Itoa(at), at))
		}
		info("many", many...)
		open, err := gadget.OpenSource("open")
		if err != nil {
			return err
		}
		return open.Subscribe(func(*gadget.Packet) (gadget.Verdict, error) {
			info("of a call that fails", gadget.Attr("pid", 1))
			return gadget.Keep, &gadget.Error{Code: gadget.CodeDenied, Text: "no"}
		})
	}}
}

func info(line string, attributes ...gadget.Attribute) {
	gadget.LogWith(gadget.LevelInfo, line, attributes...)
}
