package guest

import (
	"strconv"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: describe, Start: seeRequested}
}

func isFirst() bool { return gadget.ParamOr("role", "") == "first" }

func describe(gadget.InitInfo) error {
	none, err := gadget.OpenSource("none")
	if err != nil {
		return err
	}
	open, err := gadget.OpenSource("open")
	if err != nil {
		return err
	}
	if isFirst() {
		added, err := gadget.AddListField(open, "added", gadget.Int8List)
		if err != nil {
			return err
		}
		if err := added.AddTag("new"); err != nil {
			return err
		}
	}
	words := kit.Word("something")
	if len(none.DescribeFields()) == 0 {
		words = "nothing"
	}
	kit.See("none", words)
	for _, field := range open.DescribeFields() {
		elements, size := "none", "none"
		if field.ElementKind != gadget.KindOther {
			elements = field.ElementKind.String()
		}
		if field.FixedSize > 0 {
			size = strconv.Itoa(field.FixedSize)
		}
		var notes []string
		for _, note := range field.Annotations {
			notes = append(notes, note.Key+"="+note.Value)
		}
		kit.See(field.Name, kit.Word(field.Kind.String()+", "+elements+", "+size+", ")+
			kit.Shown(field.Tags)+", "+kit.Shown(notes)+", "+kit.Shown(field.Hidden))
	}
	return nil
}

func seeRequested() error {
	if !isFirst() {
		return nil
	}
	open, err := gadget.OpenSource("open")
	if err != nil {
		return err
	}
	fields, err := open.Fields()
	if err != nil {
		return err
	}
	var requested []string
	for _, field := range fields {
		if field.Requested() {
			requested = append(requested, field.Name())
		}
	}
	kit.See("requested", requested)
	kit.See("described in start", len(open.DescribeFields()))
	return nil
}
