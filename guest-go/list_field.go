package gadget

// ListField is a column of lists: in every row several values of one type, or nothing. Obtain it once, in Init, with
// [ListFieldOf] or [AddListField]. A list without elements is a value, too; [AnyField.IsSet] tells it from none.
//
// Needs a host with gadget:api 1.1.
type ListField[T any] struct {
	AnyField
	access *listAccess[T]
}

// ListFieldOf is a field of lists, their elements read as the type asked for. Fails with [ErrNotFound], and with
// [ErrWrongKind] when the field is none of lists or the elements do not all fit; the text says what would work.
//
//	ports, err := gadget.ListFieldOf(open, "ports", gadget.Uint16List)
func ListFieldOf[T any](source *Source, name string, asked ListType[T]) (*ListField[T], error) {
	field, err := source.Field(name)
	if err != nil {
		return nil, err
	}
	return AsList(field, asked)
}

// AddListField adds a field of lists of this kind, unset in every row. In Init. Fails as [AddField] does.
func AddListField[T any](source *Source, name string, asked ListType[T]) (*ListField[T], error) {
	field, err := source.AddListField(name, asked.kind)
	if err != nil {
		return nil, err
	}
	return &ListField[T]{*field, asked.access}, nil
}

// AsList is the same field, its elements read as the type asked for. Fails with [ErrWrongKind].
func AsList[T any](field *AnyField, asked ListType[T]) (*ListField[T], error) {
	elements, isList := field.ElementKind()
	if !isList {
		text := "field " + field.name + " is " + field.kind.String() + ", not " + asked.kind.String() + "[]"
		return nil, &Error{CodeWrongKind, text}
	}
	if !readable(elements, asked.kind) {
		text := "field " + field.name + " is " + elements.String() + "[], not " + asked.kind.String() + "[]: "
		return nil, &Error{CodeWrongKind, text + advice(elements, "[]")}
	}
	return &ListField[T]{*field, asked.access}, nil
}

// Get is the list of one row; empty when unset ([AnyField.IsSet] tells).
func (field *ListField[T]) Get(row Row) ([]T, error) {
	if row.Packet.raw == nil {
		return nil, errOver
	}
	return field.access.get(&field.AnyField, row)
}

// Set sets the list of one row. Fails with [ErrOutOfRange] when the field cannot hold an element: nothing is cut; with
// [ErrLimitExceeded] for more than 16 MiB.
func (field *ListField[T]) Set(row Row, list []T) error {
	if row.Packet.raw == nil {
		return errOver
	}
	return field.access.set(&field.AnyField, row, list)
}

// Column is all lists of the packet, in order of rows; a copy.
func (field *ListField[T]) Column(packet *Packet) (Lists[T], error) {
	if packet.raw == nil {
		return Lists[T]{}, errOver
	}
	return field.access.column(&field.AnyField, packet)
}

// SetColumn sets all lists of the packet, all or none. Every row is set afterwards. Fails with [ErrOutOfRange] unless there
// are exactly packet.Len() lists whose Ends never fall and end with the number of elements, and the field can hold each
// element.
func (field *ListField[T]) SetColumn(packet *Packet, lists Lists[T]) error {
	if packet.raw == nil {
		return errOver
	}
	return field.access.setColumn(&field.AnyField, packet, lists)
}
