package gadget

import "gadget-api/guest/internal/bindings/imports/gadget_api_lists"

// ElementKind is the kind of what is in the lists of this field; false for a field of anything else. Fields of lists are of
// [KindOther]: [AsList] reads them, and [AnyField.ListValue] where the kind is known at run time only.
func (field *AnyField) ElementKind() (Kind, bool) {
	if field.kind != KindOther {
		return KindOther, false
	}
	raw := gadget_api_lists.ElementKind(field.raw)
	kind, isList := raw.Get()
	if !isList {
		return KindOther, false
	}
	return min(Kind(kind), KindOther), true
}

// AddListField adds a field of lists, unset in every row, where the kind of the elements is known at run time only; see the
// function [AddListField].
func (source *Source) AddListField(name string, elements Kind) (*AnyField, error) {
	raw, err := valueOf(gadget_api_lists.AddListField(source.raw, validText(name), uint8(min(elements, KindOther))))
	if err != nil {
		return nil, err
	}
	return newAnyField(raw), nil
}

// ListValue is the list of one row as a slice of the Go type of its elements' kind, such as []uint32 or []string; empty when
// unset. Fails with [ErrWrongKind] for a field of anything else.
func (field *AnyField) ListValue(row Row) (any, error) {
	elements, _ := field.ElementKind()
	switch elements {
	case KindBoolean:
		return listAs(field, row, BooleanList)
	case KindInt8:
		return listAs(field, row, Int8List)
	case KindInt16:
		return listAs(field, row, Int16List)
	case KindInt32:
		return listAs(field, row, Int32List)
	case KindInt64:
		return listAs(field, row, Int64List)
	case KindUint8:
		return listAs(field, row, Uint8List)
	case KindUint16:
		return listAs(field, row, Uint16List)
	case KindUint32:
		return listAs(field, row, Uint32List)
	case KindUint64:
		return listAs(field, row, Uint64List)
	case KindFloat32:
		return listAs(field, row, Float32List)
	case KindFloat64:
		return listAs(field, row, Float64List)
	case KindBytes:
		return listAs(field, row, BytesList)
	}
	// Of anything else: the host says why not.
	return listAs(field, row, TextList)
}

func listAs[T any](field *AnyField, row Row, asked ListType[T]) (any, error) {
	if row.Packet.raw == nil {
		return nil, errOver
	}
	list, err := asked.access.get(field, row)
	if err != nil {
		return nil, err
	}
	return list, nil
}

// SetListValue sets the list of one row, a slice of the Go type of a kind. Fails with [ErrWrongKind] when the field does not
// take lists of that type; with [ErrOutOfRange] when it cannot hold one of the elements.
func (field *AnyField) SetListValue(row Row, list any) error {
	switch list := list.(type) {
	case []bool:
		return setListAs(field, row, BooleanList, list)
	case []int8:
		return setListAs(field, row, Int8List, list)
	case []int16:
		return setListAs(field, row, Int16List, list)
	case []int32:
		return setListAs(field, row, Int32List, list)
	case []int64:
		return setListAs(field, row, Int64List, list)
	case []uint8:
		return setListAs(field, row, Uint8List, list)
	case []uint16:
		return setListAs(field, row, Uint16List, list)
	case []uint32:
		return setListAs(field, row, Uint32List, list)
	case []uint64:
		return setListAs(field, row, Uint64List, list)
	case []float32:
		return setListAs(field, row, Float32List, list)
	case []float64:
		return setListAs(field, row, Float64List, list)
	case [][]byte:
		return setListAs(field, row, BytesList, list)
	case []string:
		return setListAs(field, row, TextList, list)
	}
	return &Error{CodeWrongKind, "field " + field.name + ": no kind has the Go type of the list's elements"}
}

func setListAs[T any](field *AnyField, row Row, asked ListType[T], list []T) error {
	if row.Packet.raw == nil {
		return errOver
	}
	return asked.access.set(field, row, list)
}
