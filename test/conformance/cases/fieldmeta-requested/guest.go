package guest

import (
	"strings"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{
		Init:  declare,
		Start: func() error { return seeRequested("start") },
		Stop:  func() error { return seeRequested("stop") },
	}
}

func declare(gadget.InitInfo) error {
	role := gadget.ParamOr("role", "")
	open, err := gadget.OpenSource("open")
	if err != nil {
		return err
	}
	got, err := open.Field("got by " + role)
	if err != nil {
		return err
	}
	fields := []*gadget.AnyField{got}
	if role == "first" {
		if fields, err = appendAll(fields, open); err != nil {
			return err
		}
	}
	if role != "third" {
		all, err := gadget.OpenSource("all")
		if err != nil {
			return err
		}
		if fields, err = appendAll(fields, all); err != nil {
			return err
		}
	}
	if role == "second" {
		for _, name := range []string{"added", "added and printed"} {
			if _, err := gadget.AddField(open, name, gadget.Uint8); err != nil {
				return err
			}
		}
	}
	requested := kit.Word("all")
	for _, field := range fields {
		if !field.Requested() {
			requested = "not all"
		}
	}
	kit.See("init", requested)
	return open.Subscribe(func(*gadget.Packet) (gadget.Verdict, error) {
		return gadget.Keep, seeRequested("on-packet")
	})
}

func appendAll(fields []*gadget.AnyField, source *gadget.Source) ([]*gadget.AnyField, error) {
	more, err := source.Fields()
	return append(fields, more...), err
}

// seeRequested obtains fields, which asks for nothing after Init.
func seeRequested(phase string) error {
	var requested []string
	for _, each := range []struct{ name, prefix string }{{"open", ""}, {"all", "all."}} {
		source, err := gadget.OpenSource(each.name)
		if err != nil {
			return err
		}
		if each.name == "open" {
			if _, err := source.Field("got in start"); err != nil {
				return err
			}
		}
		fields, err := source.Fields()
		if err != nil {
			return err
		}
		for _, field := range fields {
			if field.Requested() {
				requested = append(requested, each.prefix+field.Name())
			}
		}
	}
	kit.See(phase, kit.Word(strings.Join(requested, ", ")))
	return nil
}
