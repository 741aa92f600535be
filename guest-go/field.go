package gadget

// Field is a column of a source: a name, a kind, and in every row a value or nothing. Obtain it once, in Init, with [FieldOf]
// or [AddField], and use it with every packet of that source.
//
// A column has exactly packet.Len() values, discarded rows included; reading or writing one is much cheaper than going row
// by row.
type Field[T any] struct {
	AnyField
	access *access[T]
}

// FieldOf is a field of a source, read as the type asked for. Fails with [ErrNotFound], and with [ErrWrongKind] when the
// field's values do not all fit; the text says what would work.
//
//	pid, err := gadget.FieldOf(open, "pid", gadget.Uint32)
func FieldOf[T any](source *Source, name string, asked Type[T]) (*Field[T], error) {
	field, err := source.Field(name)
	if err != nil {
		return nil, err
	}
	return As(field, asked)
}

// AddField adds a field of this kind, unset in every row. In Init. A dot makes it a child: `parent.pid`.
//
// Fails with [ErrAlreadyExists]; with [ErrNotNow] after Init; with [ErrLimitExceeded] above 1024 fields.
func AddField[T any](source *Source, name string, asked Type[T]) (*Field[T], error) {
	field, err := source.AddField(name, asked.kind)
	if err != nil {
		return nil, err
	}
	return As(field, asked)
}

// As is the same field, read as the type asked for. Fails with [ErrWrongKind].
func As[T any](field *AnyField, asked Type[T]) (*Field[T], error) {
	if !readable(field.kind, asked.kind) {
		text := "field " + field.name + " is " + field.kind.String() + ", not " + asked.kind.String() + ": "
		return nil, &Error{CodeWrongKind, text + advice(field.kind, "")}
	}
	return &Field[T]{*field, asked.access}, nil
}

// Get is the value of one row; false, 0 or empty when unset ([AnyField.IsSet] tells).
func (field *Field[T]) Get(row Row) (T, error) {
	if row.Packet.raw == nil {
		var none T
		return none, errOver
	}
	return field.access.get(&field.AnyField, row)
}

// Set sets the value of one row. Fails with [ErrOutOfRange] when the field cannot hold it: nothing is cut.
func (field *Field[T]) Set(row Row, value T) error {
	if row.Packet.raw == nil {
		return errOver
	}
	return field.access.set(&field.AnyField, row, value)
}

// Column is all values of the packet, in order of rows; a copy.
func (field *Field[T]) Column(packet *Packet) ([]T, error) {
	if packet.raw == nil {
		return nil, errOver
	}
	return field.access.column(&field.AnyField, packet)
}

// SetColumn sets all values of the packet, all or none. Every row is set afterwards. Fails with [ErrOutOfRange] unless there
// are exactly packet.Len() values and the field can hold each.
func (field *Field[T]) SetColumn(packet *Packet, values []T) error {
	if packet.raw == nil {
		return errOver
	}
	return field.access.setColumn(&field.AnyField, packet, values)
}

// Update changes values in place: change is given each value there is, and answers the new one. Rows without a value stay
// so, and when nothing changes nothing is written. Fails with [ErrOutOfRange] when the field cannot hold an answer; then no
// row has changed.
//
// Text and bytes given to change are parts of a block: change must not write to bytes, and should clone what it keeps.
//
//	err := filename.Update(packet, strings.ToLower)
func (field *Field[T]) Update(packet *Packet, change func(value T) T) error {
	if packet.raw == nil {
		return errOver
	}
	return field.access.update(&field.AnyField, packet, field.access, change)
}
