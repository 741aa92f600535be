package guest

import (
	"strconv"
	"strings"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

// accessors are those that fit, by kind.
var accessors = [...]string{
	gadget.KindBoolean: "u32",
	gadget.KindInt8:    "s32",
	gadget.KindInt16:   "s32",
	gadget.KindInt32:   "s32",
	gadget.KindInt64:   "s64",
	gadget.KindUint8:   "u32",
	gadget.KindUint16:  "u32",
	gadget.KindUint32:  "u32",
	gadget.KindUint64:  "u64",
	gadget.KindFloat32: "f64",
	gadget.KindFloat64: "f64",
	gadget.KindText:    "text",
	gadget.KindBytes:   "packed",
}

type adder struct {
	open   *gadget.Source
	mine   *gadget.Source
	names  *gadget.ListField[string]
	fields []*gadget.AnyField
}

func Hooks() gadget.Hooks {
	var each adder
	return gadget.Hooks{
		Init: func(gadget.InitInfo) (err error) {
			if each.open, err = gadget.OpenSource("open"); err != nil {
				return err
			}
			if gadget.ParamOr("role", "") == "first" {
				return each.add()
			}
			return each.look()
		},
		Start: func() error {
			_, err := gadget.AddListField(each.open, "late", gadget.TextList)
			kit.Try("start").Done(err)
			if each.mine == nil {
				return nil
			}
			packet, err := each.mine.NewPacket(2)
			if err != nil {
				return err
			}
			if err := each.names.Set(packet.Row(0), []string{"a", "b"}); err != nil {
				return err
			}
			return packet.Emit()
		},
	}
}

func (each *adder) add() error {
	for elements := range accessors {
		kind := gadget.Kind(elements)
		field, err := each.open.AddListField(kind.String(), kind)
		if err != nil {
			return err
		}
		size := "none"
		if fixed, ok := field.FixedSize(); ok {
			size = strconv.Itoa(fixed)
		}
		kit.See(field.Name(), kinds(field)+kit.Word(", "+size+", "+strconv.FormatBool(field.Requested())))
		each.fields = append(each.fields, field)
	}
	attempted := func(label, name string, elements gadget.Kind) {
		kit.Try(label).Unshown(each.open.AddListField(name, elements))
	}
	attempted("again", "text", gadget.KindText)
	attempted("its child", "text.child", gadget.KindText)
	attempted("nameless", "", gadget.KindText)
	attempted("too long a name", strings.Repeat("x", 257), gadget.KindText)
	attempted("of other", "another", gadget.KindOther)
	var err error
	if each.mine, err = gadget.CreateSource("mine", gadget.Events); err != nil {
		return err
	}
	each.names, err = gadget.AddListField(each.mine, "names", gadget.TextList)
	kit.Try("of its own").Done(err)
	return each.open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
		kit.Try("text is set").Value(each.fields[gadget.KindText].IsSetColumn(packet))
		for index, name := range accessors {
			kit.ListAccessorOf(name).Set(each.fields[index], packet, 0, []string{"1", "0"})
		}
		return gadget.Keep, nil
	})
}

func (each *adder) look() error {
	for elements := range accessors {
		field, err := each.open.Field(gadget.Kind(elements).String())
		if err != nil {
			return err
		}
		kit.See(field.Name(), kinds(field))
		each.fields = append(each.fields, field)
	}
	return each.open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
		for index, name := range accessors {
			field := each.fields[index]
			kit.See(field.Name(), kit.ListAccessorOf(name).Get(field, packet, 0))
		}
		return gadget.Keep, nil
	})
}

func kinds(field *gadget.AnyField) kit.Word {
	elements := "none"
	if kind, isList := field.ElementKind(); isList {
		elements = kind.String()
	}
	return kit.Word(field.Kind().String() + ", " + elements)
}
