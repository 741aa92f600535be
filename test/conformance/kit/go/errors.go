package kit

import gadget "gadget-api/guest"

// ErrorOf is the error of this case, for hooks that fail.
func ErrorOf(tag, text string) error {
	for code := gadget.CodeNotFound; code <= gadget.CodeOther; code++ {
		if code.String() == tag {
			return &gadget.Error{Code: code, Text: text}
		}
	}
	panic("there is no case " + tag)
}
