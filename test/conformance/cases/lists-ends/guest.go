package guest

import (
	"math"

	gadget "gadget-api/guest"
	"gadget-api/guest/conformance/kit"
)

// wrong is what is wrong, ends, and the number of elements.
var wrong = []struct {
	label string
	ends  []uint32
	count int
}{
	{"none", nil, 0},
	{"none, but elements", nil, 3},
	{"too few", []uint32{1, 3}, 3},
	{"too many", []uint32{1, 2, 3, 3}, 3},
	{"falls", []uint32{2, 1, 3}, 3},
	{"falls at the end", []uint32{1, 4, 3}, 3},
	{"ends early", []uint32{1, 2, 2}, 3},
	{"ends late", []uint32{1, 2, 4}, 3},
	{"far away", []uint32{0, 0, math.MaxUint32}, 3},
}

// wrongElements is what is wrong, ends of elements, and the length of the data.
var wrongElements = []struct {
	label  string
	ends   []uint32
	length int
}{
	{"none, but data", nil, 3},
	{"falls", []uint32{2, 1, 3}, 3},
	{"ends early", []uint32{1, 2, 2}, 3},
	{"ends late", []uint32{1, 2, 4}, 3},
}

// setter sets a column with the elements 1, 2 and 3, or as many of them.
type setter func(packet *gadget.Packet, ends []uint32, count int) error

func Hooks() gadget.Hooks {
	return gadget.Hooks{Init: func(gadget.InitInfo) error {
		open, err := gadget.OpenSource("open")
		if err != nil {
			return err
		}
		fields, err := open.Fields()
		if err != nil {
			return err
		}
		setters := make([]setter, len(fields))
		for index, field := range fields {
			if setters[index], err = setterOf(field); err != nil {
				return err
			}
		}
		return open.Subscribe(func(packet *gadget.Packet) (gadget.Verdict, error) {
			for index, field := range fields {
				look(field, setters[index], packet)
			}
			return gadget.Keep, nil
		})
	}}
}

func setterOf(field *gadget.AnyField) (setter, error) {
	switch field.Name() {
	case "s32":
		return of(field, gadget.Int32List, []int32{1, 2, 3})
	case "u32":
		return of(field, gadget.Uint32List, []uint32{1, 2, 3})
	case "s64":
		return of(field, gadget.Int64List, []int64{1, 2, 3})
	case "u64":
		return of(field, gadget.Uint64List, []uint64{1, 2, 3})
	case "f64":
		return of(field, gadget.Float64List, []float64{1, 2, 3})
	case "text":
		return of(field, gadget.TextList, []string{"1", "2", "3"})
	}
	return func(packet *gadget.Packet, ends []uint32, count int) error {
		values := gadget.Packed{Ends: []uint32{1, 2, 3}[:count], Data: []byte("123")[:count]}
		return field.SetPackedLists(packet, gadget.PackedLists{Ends: ends, Values: values})
	}, nil
}

func of[T any](field *gadget.AnyField, asked gadget.ListType[T], values []T) (setter, error) {
	lists, err := gadget.AsList(field, asked)
	return func(packet *gadget.Packet, ends []uint32, count int) error {
		return lists.SetColumn(packet, gadget.Lists[T]{Ends: ends, Values: values[:count]})
	}, err
}

func look(field *gadget.AnyField, set setter, packet *gadget.Packet) {
	name := field.Name()
	for _, each := range wrong {
		kit.Try(name + " " + each.label).Done(set(packet, each.ends, each.count))
	}
	if name == "packed" {
		for _, each := range wrongElements {
			ends := []uint32{1, 1, 3}
			if len(each.ends) == 0 {
				ends = []uint32{0, 0, 0}
			}
			values := gadget.Packed{Ends: each.ends, Data: make([]byte, each.length)}
			lists := gadget.PackedLists{Ends: ends, Values: values}
			kit.Try("packed elements, " + each.label).Done(field.SetPackedLists(packet, lists))
		}
	}
	kit.Try(name + " is set").Value(field.IsSetColumn(packet))
	kit.Try(name + " right").Done(set(packet, []uint32{1, 1, 3}, 3))
}
