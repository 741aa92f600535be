package gadget

// Type says how the values of a field are read and written: as the Go type T, which stands for the kind of its name.
type Type[T any] struct {
	kind   Kind
	access *access[T]
}

// Kind is the kind of a field that [AddField] makes with this type.
func (asked Type[T]) Kind() Kind { return asked.kind }

// The types. What a gadget does not use is no part of its component.
var (
	Boolean = Type[bool]{KindBoolean, &access[bool]{getBool, setBool, boolColumn, setBoolColumn, updateColumn[bool]}}
	Int8    = Type[int8]{KindInt8, &access[int8]{
		getSigned[int8], setSigned[int8], signedColumn[int8], setSignedColumn[int8], updateColumn[int8]}}
	Int16 = Type[int16]{KindInt16, &access[int16]{
		getSigned[int16], setSigned[int16], signedColumn[int16], setSignedColumn[int16], updateColumn[int16]}}
	Int32 = Type[int32]{KindInt32, &access[int32]{
		getSigned[int32], setSigned[int32], signedColumn[int32], setSignedColumn[int32], updateColumn[int32]}}
	Int64 = Type[int64]{KindInt64, &access[int64]{
		getInt64, setInt64, int64Column, setInt64Column, updateColumn[int64]}}
	Uint8 = Type[uint8]{KindUint8, &access[uint8]{
		getUnsigned[uint8], setUnsigned[uint8], unsignedColumn[uint8], setUnsignedColumn[uint8], updateColumn[uint8]}}
	Uint16 = Type[uint16]{KindUint16, &access[uint16]{
		getUnsigned[uint16], setUnsigned[uint16], unsignedColumn[uint16], setUnsignedColumn[uint16], updateColumn[uint16]}}
	Uint32 = Type[uint32]{KindUint32, &access[uint32]{
		getUnsigned[uint32], setUnsigned[uint32], unsignedColumn[uint32], setUnsignedColumn[uint32], updateColumn[uint32]}}
	Uint64 = Type[uint64]{KindUint64, &access[uint64]{
		getUint64, setUint64, uint64Column, setUint64Column, updateColumn[uint64]}}
	Float32 = Type[float32]{KindFloat32, &access[float32]{
		getFloat[float32], setFloat[float32], floatColumn[float32], setFloatColumn[float32], updateFloats[float32]}}
	Float64 = Type[float64]{KindFloat64, &access[float64]{
		getFloat[float64], setFloat[float64], floatColumn[float64], setFloatColumn[float64], updateFloats[float64]}}
	Text  = Type[string]{KindText, &access[string]{getText, setText, textColumn, setTextColumn, updateText}}
	Bytes = Type[[]byte]{KindBytes, &access[[]byte]{getBytes, setBytes, bytesColumn, setBytesColumn, updateBytes}}
)

// access is how values of a type are read and written. The packet is there.
type access[T any] struct {
	get       func(field *AnyField, row Row) (T, error)
	set       func(field *AnyField, row Row, value T) error
	column    func(field *AnyField, packet *Packet) ([]T, error)
	setColumn func(field *AnyField, packet *Packet, values []T) error
	update    func(field *AnyField, packet *Packet, own *access[T], change func(T) T) error
}
