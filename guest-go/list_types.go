package gadget

// ListType says how the lists of a field are read and written: as a slice of the Go type T, which stands for the kind of its
// elements.
type ListType[T any] struct {
	kind   Kind
	access *listAccess[T]
}

// ElementKind is the kind of the elements of a field that [AddListField] makes with this type.
func (asked ListType[T]) ElementKind() Kind { return asked.kind }

// The types of lists, by their elements. What a gadget does not use is no part of its component.
var (
	BooleanList = ListType[bool]{KindBoolean, &listAccess[bool]{getBools, setBools, boolLists, setBoolLists}}
	Int8List    = ListType[int8]{KindInt8, &listAccess[int8]{
		getSigneds[int8], setSigneds[int8], signedLists[int8], setSignedLists[int8]}}
	Int16List = ListType[int16]{KindInt16, &listAccess[int16]{
		getSigneds[int16], setSigneds[int16], signedLists[int16], setSignedLists[int16]}}
	Int32List = ListType[int32]{KindInt32, &listAccess[int32]{
		getSigneds[int32], setSigneds[int32], signedLists[int32], setSignedLists[int32]}}
	Int64List = ListType[int64]{KindInt64, &listAccess[int64]{getInt64s, setInt64s, int64Lists, setInt64Lists}}
	Uint8List = ListType[uint8]{KindUint8, &listAccess[uint8]{
		getUnsigneds[uint8], setUnsigneds[uint8], unsignedLists[uint8], setUnsignedLists[uint8]}}
	Uint16List = ListType[uint16]{KindUint16, &listAccess[uint16]{
		getUnsigneds[uint16], setUnsigneds[uint16], unsignedLists[uint16], setUnsignedLists[uint16]}}
	Uint32List = ListType[uint32]{KindUint32, &listAccess[uint32]{
		getUnsigneds[uint32], setUnsigneds[uint32], unsignedLists[uint32], setUnsignedLists[uint32]}}
	Uint64List  = ListType[uint64]{KindUint64, &listAccess[uint64]{getUint64s, setUint64s, uint64Lists, setUint64Lists}}
	Float32List = ListType[float32]{KindFloat32, &listAccess[float32]{
		getFloats[float32], setFloats[float32], floatLists[float32], setFloatLists[float32]}}
	Float64List = ListType[float64]{KindFloat64, &listAccess[float64]{
		getFloats[float64], setFloats[float64], floatLists[float64], setFloatLists[float64]}}
	TextList  = ListType[string]{KindText, &listAccess[string]{getTexts, setTexts, textLists, setTextLists}}
	BytesList = ListType[[]byte]{KindBytes, &listAccess[[]byte]{getByteses, setByteses, bytesLists, setBytesLists}}
)

// listAccess is how lists of a type are read and written. The packet is there.
type listAccess[T any] struct {
	get       func(field *AnyField, row Row) ([]T, error)
	set       func(field *AnyField, row Row, list []T) error
	column    func(field *AnyField, packet *Packet) (Lists[T], error)
	setColumn func(field *AnyField, packet *Packet, lists Lists[T]) error
}
