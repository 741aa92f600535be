package gadget

import (
	"errors"
	"fmt"
	"testing"
)

func TestErrorsAreFoundByCode(t *testing.T) {
	err := fmt.Errorf("opening: %w", &Error{CodeNotFound, "open"})
	if !errors.Is(err, ErrNotFound) || errors.Is(err, ErrDenied) {
		t.Error("errors.Is does not tell codes apart")
	}
	if !errors.Is(err, &Error{CodeNotFound, "open"}) || errors.Is(err, &Error{CodeNotFound, "close"}) {
		t.Error("errors.Is does not tell texts apart")
	}
	var own *Error
	if !errors.As(err, &own) || own.Text != "open" {
		t.Error("errors.As does not find it")
	}
}

func TestErrorsKeepTheirCodeOnTheWayToTheHost(t *testing.T) {
	own := &Error{CodeDenied, "no"}
	for _, each := range []struct {
		err  error
		code ErrorCode
		text string
	}{
		{own, CodeDenied, "no"},
		{fmt.Errorf("so: %w", own), CodeDenied, "so: denied: no"},
		{errors.Join(errors.New("first"), own), CodeDenied, "first\ndenied: no"},
		{errors.New("mine"), CodeOther, "mine"},
		{errors.New("br\xffken"), CodeOther, "br\uFFFDken"},
		{ErrExpired, CodeExpired, ""},
		{&Error{200, "unknown"}, CodeOther, "unknown"},
	} {
		got := toHost(each.err)
		if ErrorCode(got.Tag()) != each.code || got.Text() != each.text {
			t.Errorf("%v becomes %v %q", each.err, ErrorCode(got.Tag()), got.Text())
		}
	}
}

func TestPanicsBecomeErrors(t *testing.T) {
	for _, each := range []struct {
		value any
		text  string
	}{
		{"milk", "panic: milk"},
		{errors.New("spilled"), "panic: spilled"},
		{CodeDenied, "panic: denied"},
		{7, "panic: 7"},
		{struct{}{}, "panic: a value that is neither an error nor text"},
	} {
		err := protect(func() error { panic(each.value) })
		if text := err.(*Error).Text; len(text) < len(each.text) || text[:len(each.text)] != each.text {
			t.Errorf("%v becomes %q", each.value, text)
		}
	}
}

func TestWithoutAHost(t *testing.T) {
	err := protect(func() error { _, err := OpenSource("open"); return err })
	if err == nil {
		t.Error("there is a host")
	}
}
