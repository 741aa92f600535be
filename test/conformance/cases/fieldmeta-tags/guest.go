package guest

import (
	"strconv"
	"strings"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	if gadget.ParamOr("role", "") == "second" {
		return gadget.Hooks{Init: second}
	}
	var own *gadget.Field[string]
	return gadget.Hooks{
		Init: func(gadget.InitInfo) error {
			if err := first(); err != nil {
				return err
			}
			source, err := gadget.CreateSource("own", gadget.Events)
			if err != nil {
				return err
			}
			if own, err = gadget.AddField(source, "a", gadget.Text); err != nil {
				return err
			}
			if err := own.AddTag("mine"); err != nil {
				return err
			}
			kit.See("own", own.Tags())
			return nil
		},
		Start: func() error {
			kit.See("own", own.Tags())
			return nil
		},
	}
}

func first() error {
	pid, err := fieldOf("open", "pid")
	if err != nil {
		return err
	}
	add := func(label, tag string) { kit.Try(label).Done(pid.AddTag(tag)) }
	add("path", "path")
	add("Path", "Path")
	add("path again", "path")
	add("the host's again", "of:process")
	add("any text", " \x00🦀")
	add("empty", "")
	kit.See("tags", pid.Tags())
	add("256 bytes", strings.Repeat("ü", 128))
	add("257 bytes", strings.Repeat("x", 257))
	add("258 bytes in 129 characters", strings.Repeat("ü", 129))
	for there := len(pid.Tags()); there < 64 && err == nil; there++ {
		err = pid.AddTag("tag " + strconv.Itoa(there))
	}
	kit.Try("64 tags").Done(err)
	add("one more", "more")
	add("one that is there", "host")
	kit.See("tags", pid.Tags())
	return nil
}

func second(gadget.InitInfo) error {
	pid, err := fieldOf("open", "pid")
	if err != nil {
		return err
	}
	kit.See("tags", pid.Tags())
	kit.Try("one more").Done(pid.AddTag("more"))
	own, err := fieldOf("own", "a")
	if err != nil {
		return err
	}
	kit.See("own", own.Tags())
	kit.Try("another to own").Done(own.AddTag("another"))
	kit.See("own", own.Tags())
	return nil
}

func fieldOf(source, name string) (*gadget.AnyField, error) {
	opened, err := gadget.OpenSource(source)
	if err != nil {
		return nil, err
	}
	return opened.Field(name)
}
