package gadget

import "gadget-api/guest/internal/bindings/imports/gadget_api_timer"

// Timer is a running timer, made by [Every] or [Once].
type Timer struct{ id uint32 }

// Every calls back every so many milliseconds between Start and Stop; a tick that is late merges with the next one. Fails
// with [ErrOutOfRange] for 0; with [ErrLimitExceeded] above 64 timers.
func Every(milliseconds uint32, callback func() error) (Timer, error) {
	id, err := valueOf(gadget_api_timer.Every(milliseconds))
	if err != nil {
		return Timer{}, err
	}
	timers[id] = callback
	return Timer{id}, nil
}

// Once calls back once, in so many milliseconds, between Start and Stop. Fails as [Every] does. Needs a host with gadget:api
// 1.1.
func Once(milliseconds uint32, callback func() error) (Timer, error) {
	id, err := valueOf(gadget_api_timer.Once(milliseconds))
	if err != nil {
		return Timer{}, err
	}
	timers[id] = func() error {
		delete(timers, id)
		return callback()
	}
	return Timer{id}, nil
}

// Cancel stops it: the callback is not called again. Twice is fine.
func (timer Timer) Cancel() {
	delete(timers, timer.id)
	gadget_api_timer.Cancel(timer.id)
}
