package guest

import (
	"strings"

	gadget "gadget-api/guest"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: func(gadget.InitInfo) error {
		info("")
		info(` a \ "b" `)
		info("two\nlines\r\n\x1b[31mred\a\x00end\x7f\u0085\u2028")
		info("grün 🦀 👩‍👧 日本")
		for _, length := range []int{8192, 8193, 1_000_000} {
			info(strings.Repeat("x", length))
		}
		for _, length := range []int{4096, 4097} {
			info(strings.Repeat("ü", length))
		}
		for _, length := range []int{2048, 2049} {
			info(strings.Repeat("🦀", length))
		}
		open, err := gadget.OpenSource("open")
		if err != nil {
			return err
		}
		return open.Subscribe(func(*gadget.Packet) (gadget.Verdict, error) {
			info("of a call that fails")
			return gadget.Keep, &gadget.Error{Code: gadget.CodeDenied, Text: "no"}
		})
	}}
}

func info(line string) { gadget.Log(gadget.LevelInfo, line) }
