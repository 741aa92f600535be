// Package gadget is for writing event gadgets in Go.
//
// A gadget stands in a chain through which rows flow: it opens data sources, reads and changes rows, drops them, or makes
// rows of its own.
//
//	func init() {
//		gadget.Register(gadget.Hooks{Init: func(gadget.InitInfo) error {
//			open, err := gadget.OpenSource("open")
//			if err != nil {
//				return err
//			}
//			filename, err := gadget.FieldOf(open, "filename", gadget.Text)
//			if err != nil {
//				return err
//			}
//			return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
//				return gadget.Keep, filename.Update(packet, strings.ToLower)
//			})
//		}})
//	}
//
//	func main() {}
//
// Nothing here may be called from goroutines that outlive the hook or callback that started them: the host can't be
// called while it does not wait for this gadget. Outside of a gadget, as in a test, every call of the host panics, so
// keep what you test apart from it.
package gadget
