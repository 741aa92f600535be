package guest

import (
	"fmt"
	"strings"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{
		Init: func(gadget.InitInfo) error {
			made("of no time", 0, nil)
			timer, err := gadget.Every(6000, func() error {
				kit.See("tick of", kit.Word("every"))
				return nil
			})
			kit.Try("every").Value(number(timer), err)
			made("once", 100, func() error {
				made("in its place", 1000, afterFailure)
				return nil
			})
			cancelled := made("cancelled", 50, nil)
			cancelled.Cancel()
			made("late", 5000, nil)
			made("fails", 400, func() error { return kit.ErrorOf("other", "no") })
			made("one more", 1000, nil)
			return nil
		},
		Start: func() error {
			made("in start", 1000, nil)
			return nil
		},
		Stop: func() error {
			made("in stop", 1000, nil)
			return nil
		},
	}
}

func afterFailure() error {
	var more []gadget.Timer
	for range 2 {
		more = append(more, made("after the failure", 1000, nil))
	}
	made("after the failure", 1000, nil)
	for _, timer := range more {
		timer.Cancel()
	}
	return nil
}

func made(label string, milliseconds uint32, then func() error) gadget.Timer {
	timer, err := gadget.Once(milliseconds, func() error {
		kit.See("tick of", kit.Word(label))
		if then == nil {
			return nil
		}
		return then()
	})
	kit.Try(label).Value(number(timer), err)
	return timer
}

// number is what the SDK keeps to itself.
func number(timer gadget.Timer) kit.Word { return kit.Word(strings.Trim(fmt.Sprint(timer), "{}")) }
