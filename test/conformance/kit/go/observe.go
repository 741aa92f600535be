package kit

import (
	"errors"

	gadget "gadget-api/guest"
)

// See writes a line: a label and a value.
func See(label string, value any) {
	gadget.Log(gadget.LevelInfo, label+": "+show(value))
}

// Try begins a line about what something answers:
//
//	kit.Try("get").Value(field.Get(row))
//	kit.Try("discard").Done(row.Discard())
type Try string

// Value ends the line with a value, or the case of the error.
func (label Try) Value(value any, err error) {
	if err == nil {
		See(string(label), value)
		return
	}
	label.Done(err)
}

// Unshown is Value for what can't be shown: `ok`, or the case of the error.
func (label Try) Unshown(_ any, err error) { label.Done(err) }

// Done ends the line with `ok`, or the case of the error.
func (label Try) Done(err error) {
	if err == nil {
		See(string(label), nil)
		return
	}
	See(string(label), Word(Code(err)))
}

// Code is the case of an error of the API. Any other ends the guest.
func Code(err error) string {
	var own *gadget.Error
	if !errors.As(err, &own) {
		panic(err)
	}
	return own.Code.String()
}
